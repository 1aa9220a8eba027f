using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>A supernova from colour curves that are stretched in time, dimmed and reddened.</summary>
public sealed class ThermonuclearSupernova : ISource
{
    private readonly SpectralSequence sequence;
    private readonly HostDust colour;
    private readonly double maximum;
    private readonly double apparent;

    /// <summary>Makes one.</summary>
    /// <param name="sequence">Spectra by phase from the B maximum.</param>
    /// <param name="redshift">Redshift.</param>
    /// <param name="maximum">MJD of the B maximum.</param>
    /// <param name="magnitude">Absolute B magnitude (AB) at maximum, before reddening.</param>
    /// <param name="stretch">Factor of time.</param>
    /// <param name="reddening">E(B-V) by dust and nature together; may be negative.</param>
    /// <param name="rv">A(V) over that.</param>
    internal ThermonuclearSupernova(SpectralSequence sequence, double redshift, double maximum, double magnitude, double stretch, double reddening, double rv)
    {
        (this.sequence, Redshift, this.maximum, Stretch, Reddening) = (sequence, redshift, maximum, stretch, reddening);
        AbsoluteMagnitude = magnitude;
        apparent = magnitude + Cosmology.Standard.DistanceModulus(redshift);
        colour = new HostDust(rv * reddening, redshift, rv);
    }

    /// <inheritdoc/>
    public double Redshift { get; }

    /// <summary>Factor of time.</summary>
    public double Stretch { get; }

    /// <summary>E(B-V) at the source.</summary>
    public double Reddening { get; }

    /// <summary>Absolute B magnitude (AB) at maximum before reddening.</summary>
    public double AbsoluteMagnitude { get; }

    /// <inheritdoc/>
    public double Start => maximum - (19 * Stretch * (1 + Redshift));

    /// <inheritdoc/>
    public double End => maximum + (200 * Stretch * (1 + Redshift));

    /// <summary>Absolute AB magnitude in a passband at rest, without reddening.</summary>
    /// <param name="band">Index of the passband.</param>
    /// <param name="phase">Days from the B maximum at the source.</param>
    public double MagnitudeAt(int band, double phase) => Magnitudes.FromFlux(sequence.Flux(band, phase / Stretch, 0, AbsoluteMagnitude));

    /// <summary>Absolute magnitude in B (AB) without reddening: nearly what g sees at a redshift of 0.1.</summary>
    /// <param name="phase">Days from the B maximum at the source.</param>
    public double BlueMagnitude(double phase)
    {
        const double redshift = 0.1;
        return Magnitudes.FromFlux(sequence.Flux(1, phase / Stretch, redshift, AbsoluteMagnitude) / (1 + redshift));
    }

    /// <summary>This supernova, or null where it stays fainter than <see cref="SourceModel.Faintest"/>.</summary>
    public ThermonuclearSupernova? IfVisible()
    {
        var faintest = Magnitudes.ToFlux(SourceModel.Faintest);
        for (var band = 1; band <= 4; band++)
        {
            if (colour[band] * sequence.Flux(band, 2, Redshift, apparent) > faintest)
            {
                return this;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        for (var i = 0; i < visits.Length; i++)
        {
            var phase = (visits[i].Mjd - maximum) / (Stretch * (1 + Redshift));
            flux[i] = colour[visits[i].Band] * sequence.Flux(visits[i].Band, phase, Redshift, apparent);
        }
    }
}
