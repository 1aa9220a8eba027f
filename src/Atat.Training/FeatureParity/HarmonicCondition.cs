using Atat.Features;
using MathNet.Numerics.LinearAlgebra;

namespace Atat.Training.FeatureParity;

/// <summary>How well the harmonic fit of a band is conditioned: from where on its digits are not to be compared.</summary>
internal static class HarmonicCondition
{
    private const int Harmonics = 7;
    private const double ErrorOffset = 0.01;

    // The thesis's cuts.
    private const double LargestError = 300;
    private const double LargestFlux = 50_000;

    /// <summary>The ratio of the largest to the smallest singular value of the weighted design matrix; infinite without a period or observations.</summary>
    public static double Of(ReferenceObject item, int band, double period, FeaturePreset preset)
    {
        int[] rows = [.. Enumerable.Range(0, item.Time.Length).Where(i => item.Band[i] == band && item.Error[i] > 0 && !double.IsNaN(item.Flux[i])
            && (preset != FeaturePreset.Thesis || (item.Error[i] < LargestError && Math.Abs(item.Flux[i]) < LargestFlux)))];
        if (double.IsNaN(period) || rows.Length == 0)
        {
            return double.PositiveInfinity;
        }

        var design = Matrix<double>.Build.Dense(rows.Length, 1 + (2 * Harmonics), (i, column) =>
        {
            var turns = item.Time[rows[i]] / period;
            var angle = 2 * Math.PI * ((column + 1) / 2) * (turns - Math.Floor(turns));
            return (column % 2 == 0 && column > 0 ? Math.Sin(angle) : Math.Cos(angle)) / (item.Error[rows[i]] + ErrorOffset);
        });
        var values = design.Svd(computeVectors: false).S;
        return values[0] / values[^1];
    }
}
