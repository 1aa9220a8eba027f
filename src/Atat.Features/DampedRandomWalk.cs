using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Atat.Features;

/// <summary>Variance and time scale of a damped random walk (Kelly et al. 2009; Graham et al. 2017).</summary>
public static class DampedRandomWalk
{
    /// <summary>What the family is.</summary>
    public static FeatureFamily Family { get; } = new(
        "GP-DRW",
        "Variance and time scale of a damped random walk, fitted as a Gaussian process with measurement errors.",
        "Kelly, Bechtold and Siemiginowska 2009, ApJ 698, 895; Graham et al. 2017, MNRAS 470, 4112; Foreman-Mackey et al. 2017, AJ 154, 220",
        FeatureScope.Band,
        [
            new FeatureDefinition(
                "GP_DRW_sigma",
                "a of the covariance a exp(-c |Δt|) + e² of f - m that maximises the likelihood over (ln a, ln c) from (0, 0): " +
                "a variance, not its root",
                "flux²",
                1,
                "NaN, and where the likelihood is undefined"),
            new FeatureDefinition(
                "GP_DRW_tau",
                "1/c of the same fit; where the flux does not vary more than its errors tell, what the search leaves it at",
                "days",
                1,
                "NaN, and where the likelihood is undefined"),
        ]);

    /// <summary>Writes the variance a (flux²) and the time scale 1/c (days); NaN for no points or where the likelihood is undefined.</summary>
    /// <param name="band">Observations, sorted by time.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives the two values.</param>
    public static void Compute(BandSeries band, Scratch scratch, Span<double> values)
    {
        values[..2].Fill(double.NaN);
        if (band.Length == 0)
        {
            return;
        }

        var mark = scratch.Mark;
        var likelihood = Likelihood(band, scratch);
        var point = LimitedMemoryBfgs.Minimise(ref likelihood, Vector128<double>.Zero);
        scratch.Free(mark);
        var (variance, scale) = (Math.Exp(point[0]), Math.Exp(-point[1]));
        if (double.IsFinite(variance) && double.IsFinite(scale))
        {
            (values[0], values[1]) = (variance, scale);
        }
    }

    /// <summary>The negative log-likelihood of a band of at least one point; its memory stays taken.</summary>
    internal static DampedRandomWalkLikelihood Likelihood(BandSeries band, Scratch scratch)
    {
        var length = band.Length;
        var padded = PaddedVectors.Padded(length);
        var residuals = scratch.Take(length);
        var variances = scratch.Take(length);
        var gaps = scratch.TakeZeros(padded);
        var decays = scratch.Take(padded);
        var innovations = scratch.Take(padded);
        innovations[length..].Fill(1);
        var mean = TensorPrimitives.Sum(band.Flux) / length;
        TensorPrimitives.Subtract(band.Flux, mean, residuals);
        TensorPrimitives.Multiply(band.Error, band.Error, variances);
        TensorPrimitives.Subtract(band.Time[1..], band.Time[..^1], gaps);
        return new DampedRandomWalkLikelihood(residuals, variances, gaps, decays, innovations);
    }
}
