namespace Atat.Simulation.Sources.Galactic;

/// <summary>A star whose magnitude is a sum of cosines, weaker in the red. The reference image shows its mean flux.</summary>
public sealed class PulsatingStar : ISource
{
    // Amplitudes in ugrizY over that in g: pulsation changes the temperature (RR Lyrae of Sesar et al. 2010, table 2).
    private static readonly double[] BandRatios = [0.97, 1, 0.71, 0.57, 0.52, 0.49];

    private readonly (double Frequency, double Amplitude, double Phase)[] terms;
    private readonly double[] at; // flux at the mean magnitude
    private readonly double[] mean;
    private readonly double distance;

    /// <summary>Makes a star.</summary>
    /// <param name="timeline">Time that the survey lasts.</param>
    /// <param name="distance">pc.</param>
    /// <param name="magnitude">Mean apparent magnitude in r.</param>
    /// <param name="temperature">K.</param>
    /// <param name="terms">Cycles a day, amplitude in g (mag) and phase of every cosine; the first is the fundamental.</param>
    internal PulsatingStar(Timeline timeline, double distance, double magnitude, double temperature, (double Frequency, double Amplitude, double Phase)[] terms)
    {
        (Start, End, this.distance, this.terms, MeanMagnitude) = (timeline.Start, timeline.End, distance, terms, magnitude);
        at = StarColours.Fluxes(magnitude, temperature);
        var power = terms.Sum(term => term.Amplitude * term.Amplitude / 2);

        // The mean of 10^(-0.4 m) of a not too skewed m.
        mean = [.. at.Select((flux, band) => flux * Math.Exp(0.5 * 0.921 * 0.921 * power * BandRatios[band] * BandRatios[band]))];
    }

    /// <inheritdoc/>
    public double Redshift => 0;

    /// <inheritdoc/>
    public double Start { get; }

    /// <inheritdoc/>
    public double End { get; }

    /// <summary>Period of the first term in days.</summary>
    public double Period => 1 / terms[0].Frequency;

    /// <summary>Mean apparent magnitude in r, before dust.</summary>
    public double MeanMagnitude { get; }

    /// <summary>Mean absolute magnitude in r.</summary>
    public double AbsoluteMagnitude => MeanMagnitude - (5 * Math.Log10(distance / 10));

    /// <inheritdoc/>
    public double DustShare => GalacticDisc.DustShare(distance);

    /// <inheritdoc/>
    public double Steady(int band) => mean[band];

    /// <summary>Magnitude in a passband at a time, minus the mean.</summary>
    public double Variation(int band, double mjd)
    {
        var sum = 0.0;
        foreach (var (frequency, amplitude, phase) in terms)
        {
            sum += amplitude * Math.Cos((2 * Math.PI * ((frequency * mjd) % 1)) + phase);
        }

        return sum * BandRatios[band];
    }

    /// <summary>This star, or null where its variation is too faint for any visit.</summary>
    public PulsatingStar? IfVisible()
    {
        var largest = terms.Sum(term => term.Amplitude);
        return 0.921 * largest * at[1] > Magnitudes.ToFlux(SourceModel.Faintest) || 0.6 * largest * at[2] > Magnitudes.ToFlux(SourceModel.Faintest) ? this : null;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        for (var i = 0; i < visits.Length; i++)
        {
            var band = visits[i].Band;
            flux[i] = (at[band] * Math.Exp(-0.921 * Variation(band, visits[i].Mjd))) - mean[band];
        }
    }
}
