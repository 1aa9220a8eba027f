namespace Atat.Simulation.Survey;

/// <summary>Errors of difference photometry and what the survey makes of it.</summary>
internal static class Noise
{
    /// <summary>Nothing is detected below this signal-to-noise ratio.</summary>
    public const double LeastSignal = 1.5;

    /// <summary>Scatter of the photometric calibration in magnitudes (Ivezić et al. 2019, section 3.3.1).</summary>
    private const double Calibration = 0.005;

    // Magnitudes in ugrizY at which a star in median seeing saturates a 30-second visit (LSST Science Book, section 3.2).
    private static readonly double[] SaturationMagnitudes = [14.7, 15.7, 15.8, 15.8, 15.3, 13.9];
    private static readonly double[] SaturationFlux = [.. SaturationMagnitudes.Select(Magnitudes.ToFlux)];

    /// <summary>Standard deviation of a measured difference flux.</summary>
    /// <param name="visit">Visit.</param>
    /// <param name="difference">Difference flux, FLUXCAL.</param>
    /// <param name="steady">Flux of the object in the reference image, whose own noise is small.</param>
    /// <param name="surface">Surface brightness of the host galaxy at the place of the object, FLUXCAL per square arc second.</param>
    public static double Deviation(in Visit visit, double difference, double steady, double surface)
    {
        var total = Math.Max(0, steady + difference);
        var scatter = Calibration * 0.921 * total;
        return Math.Sqrt((visit.Sky * visit.Sky) + (visit.Photon * (total + (surface * visit.Area))) + (scatter * scatter));
    }

    /// <summary>Whether the object saturates its pixels.</summary>
    public static bool IsSaturated(in Visit visit, double total) => total > SaturationFlux[visit.Band];

    /// <summary>
    /// Probability that difference imaging detects a source: half at a signal-to-noise ratio of 5.8, as measured with injected supernovae
    /// in LSST's second data challenge (Sánchez et al. 2022); nothing below <see cref="LeastSignal"/>.
    /// </summary>
    /// <param name="signalToNoise">True difference flux over its standard deviation, without sign.</param>
    public static double DetectionEfficiency(double signalToNoise)
    {
        const double half = 5.85;
        const double width = 0.95;
        if (signalToNoise <= LeastSignal)
        {
            return 0;
        }

        var floor = 1 / (1 + Math.Exp((half - LeastSignal) / width));
        return ((1 / (1 + Math.Exp((half - signalToNoise) / width))) - floor) / (1 - floor);
    }
}
