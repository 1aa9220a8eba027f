namespace Atat.Features;

/// <summary>
/// The objective whose minimum is the irregular autoregressive coefficient: twice the negative logarithm of the likelihood per point, without
/// its constant (Eyheramendy, Elorrieta and Palma 2018, MNRAS 481, 4311, equation 8), by a Kalman filter with measurement errors.
/// </summary>
/// <param name="count">Points N; the filter takes the first N - 1.</param>
/// <param name="values">Standardised brightness of each point.</param>
/// <param name="variances">Squared standardised error of the point behind it.</param>
/// <param name="gaps">Days to the point behind it; padded with zeros.</param>
/// <param name="decays">Working memory, padded.</param>
/// <param name="innovations">Working memory.</param>
internal readonly ref struct IrregularAutoregressionLikelihood(
    int count, Span<double> values, Span<double> variances, Span<double> gaps, Span<double> decays, Span<double> innovations) : IScalarObjective
{
    private const double Forbidden = 1e10;

    private readonly Span<double> values = values;
    private readonly Span<double> variances = variances;
    private readonly Span<double> gaps = gaps;
    private readonly Span<double> decays = decays;
    private readonly Span<double> innovations = innovations;

    /// <summary>The objective at a coefficient; 1e10 outside of the model.</summary>
    public double Value(double x)
    {
        if (x >= 1)
        {
            return Forbidden;
        }

        PaddedVectors.Exponentials(gaps, Math.Log(x), decays);
        var series = values;
        var noise = variances[..series.Length];
        var factors = decays[..series.Length];
        var predicted = innovations[..series.Length];
        double state = 0, variance = 1, sum = 0;
        for (var i = 0; i < series.Length; i++)
        {
            var innovation = variance + noise[i];
            if (innovation <= 0)
            {
                return Forbidden;
            }

            // Where observations are far apart the objective varies by a few units in the last place, and the minimum is where rounding puts it:
            // quotients, logarithms and sums are taken in the published order.
            predicted[i] = innovation;
            var decay = factors[i];
            var squared = decay * decay;
            var residual = series[i] - state;
            var gain = decay * variance;
            sum += residual * residual / innovation;
            state = (decay * state) + (gain / innovation * residual);
            variance = (squared * variance) + (1 - squared) - (gain * gain / innovation);
        }

        var logarithms = 0.0;
        foreach (var innovation in predicted)
        {
            logarithms += Math.Log(innovation);
        }

        return (logarithms + sum) / count;
    }
}
