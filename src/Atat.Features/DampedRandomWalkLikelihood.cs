using System.Runtime.Intrinsics;

namespace Atat.Features;

/// <summary>
/// The negative logarithm of the likelihood of a damped random walk with measurement errors, a Gaussian process of covariance a exp(-c |Δt|), by a
/// Kalman filter in time proportional to the number of points (Kelly, Bechtold and Siemiginowska 2009, ApJ 698, 895, equations 6 to 12), with its
/// derivatives carried along. Parameters are (ln a, ln c).
/// </summary>
/// <param name="values">Brightness minus its mean.</param>
/// <param name="variances">Squared errors.</param>
/// <param name="gaps">Days to the point behind; zero for the last, and padded with zeros.</param>
/// <param name="decays">Working memory, padded.</param>
/// <param name="innovations">Working memory, padded with ones.</param>
internal readonly ref struct DampedRandomWalkLikelihood(
    Span<double> values, Span<double> variances, Span<double> gaps, Span<double> decays, Span<double> innovations) : IPlaneObjective
{
    private const double LogOfTwoPi = 1.8378770664093453;

    private readonly Span<double> values = values;
    private readonly Span<double> variances = variances;
    private readonly Span<double> gaps = gaps;
    private readonly Span<double> decays = decays;
    private readonly Span<double> innovations = innovations;

    /// <summary>The negative log-likelihood and its gradient at (ln a, ln c).</summary>
    public double Value(Vector128<double> point, out Vector128<double> gradient)
    {
        var amplitude = Math.Exp(point[0]);
        var rate = Math.Exp(point[1]);
        PaddedVectors.Exponentials(gaps, -rate, decays);
        var series = values;
        var noise = variances[..series.Length];
        var days = gaps[..series.Length];
        var factors = decays[..series.Length];
        var predicted = innovations[..series.Length];

        // State and variance before each point, and their derivatives by ln a (A) and ln c (C).
        double state = 0, stateA = 0, stateC = 0;
        double variance = amplitude, varianceA = amplitude, varianceC = 0;
        double sum = 0, sumA = 0, sumC = 0;
        for (var i = 0; i < series.Length; i++)
        {
            var innovation = variance + noise[i];
            predicted[i] = innovation;
            var inverse = 1 / innovation;
            var residual = series[i] - state;
            var scaled = residual * inverse;
            sum += residual * scaled;
            var half = 0.5 * (inverse - (scaled * scaled));
            sumA += (varianceA * half) - (scaled * stateA);
            sumC += (varianceC * half) - (scaled * stateC);

            // Correction by the point, then decay towards mean zero and variance a.
            var kept = noise[i] * inverse;
            var decay = factors[i];
            var squared = decay * decay;
            var rateGap = rate * days[i];
            var corrected = double.MultiplyAddEstimate(variance, scaled, state);
            var correctedVariance = variance * noise[i] * inverse;
            var stateFactor = decay * kept;
            var varianceFactor = stateFactor * stateFactor;
            stateA = stateFactor * double.MultiplyAddEstimate(varianceA, scaled, stateA);
            stateC = (stateFactor * double.MultiplyAddEstimate(varianceC, scaled, stateC)) - (rateGap * decay * corrected);
            varianceA = (varianceFactor * varianceA) + (amplitude * (1 - squared));
            varianceC = (varianceFactor * varianceC) - (2 * rateGap * squared * (correctedVariance - amplitude));
            state = decay * corrected;
            variance = double.MultiplyAddEstimate(squared, correctedVariance, amplitude * (1 - squared));
        }

        gradient = Vector128.Create(sumA, sumC);
        return 0.5 * (PaddedVectors.SumOfLogarithms(innovations) + sum + (series.Length * LogOfTwoPi));
    }
}
