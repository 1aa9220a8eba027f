namespace Atat.Features;

/// <summary>The coefficient of an irregular autoregressive model of order one (Eyheramendy et al. 2018).</summary>
public static class IrregularAutoregression
{
    private const int MinimumPoints = 6;
    private const double Tolerance = 1e-12;
    private const int Evaluations = 50_000;

    /// <summary>What it is; one of the variability statistics.</summary>
    public static FeatureDefinition Definition { get; } = new(
        "IAR_phi",
        "φ in [0, 1] that maximises the likelihood of x(t + Δ) = φ^Δ x(t) + noise, x = (f - m)/S, S with N - 1, errors e/S; " +
        "Kalman filter that pairs each value with the error of the point behind it, as published",
        "1",
        MinimumPoints,
        "0.381966 for constant flux");

    /// <summary>The coefficient φ, the correlation over one day: 0.381966 where the likelihood is undefined (constant flux); NaN below 6 points.</summary>
    /// <param name="band">Observations, sorted by time.</param>
    /// <param name="mean">Mean flux.</param>
    /// <param name="sampleDeviation">Standard deviation of the flux with divisor N - 1.</param>
    /// <param name="scratch">Working memory.</param>
    public static double Phi(BandSeries band, double mean, double sampleDeviation, Scratch scratch)
    {
        if (band.Length < MinimumPoints)
        {
            return double.NaN;
        }

        var mark = scratch.Mark;
        var length = band.Length - 1;
        var padded = PaddedVectors.Padded(length);
        var values = scratch.Take(length);
        var variances = scratch.Take(length);
        var gaps = scratch.TakeZeros(padded);
        var decays = scratch.Take(padded);
        var innovations = scratch.Take(length);
        for (var i = 0; i < length; i++)
        {
            // The published filter takes the error of the next point; with its own, φ would differ.
            var error = band.Error[i + 1] / sampleDeviation;
            values[i] = (band.Flux[i] - mean) / sampleDeviation;
            variances[i] = error * error;
            gaps[i] = band.Time[i + 1] - band.Time[i];
        }

        var objective = new IrregularAutoregressionLikelihood(band.Length, values, variances, gaps, decays, innovations);
        var phi = BoundedBrent.Minimise(ref objective, 0, 1, Tolerance, Evaluations);
        scratch.Free(mark);
        return phi;
    }
}
