namespace Atat.Simulation;

/// <summary>One simulated object as it shines, before it is observed; outside the Milky Way's dust.</summary>
public interface ISource
{
    /// <summary>Heliocentric redshift; 0 within the Galaxy.</summary>
    double Redshift { get; }

    /// <summary>MJD before which the difference flux is 0.</summary>
    double Start { get; }

    /// <summary>MJD after which the difference flux is 0 or too faint for any visit.</summary>
    double End { get; }

    /// <summary>Share of the Milky Way's dust column that lies before the source: 1 beyond the Galaxy.</summary>
    double DustShare => 1;

    /// <summary>Difference flux (FLUXCAL, against the reference image) at each visit.</summary>
    /// <param name="visits">Visits in order of time, all between <see cref="Start"/> and <see cref="End"/>.</param>
    /// <param name="flux">Where to put the fluxes; as many as visits.</param>
    void Observe(ReadOnlySpan<Visit> visits, Span<double> flux);

    /// <summary>Flux (FLUXCAL) of the source in the reference image: what is there beneath the difference. 0 for transients.</summary>
    /// <param name="band">Index of the passband.</param>
    double Steady(int band) => 0;
}
