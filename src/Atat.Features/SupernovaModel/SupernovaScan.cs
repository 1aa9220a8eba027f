namespace Atat.Features.SupernovaModel;

/// <summary>
/// Looks for good starts among shapes that all bands share, each band with the amplitude that suits it best: the objective has many minima, and its
/// penalty is least where the bands are alike. Supernovae mostly lead to the minimum that the published start leads to; other objects to a better one.
/// </summary>
internal static class SupernovaScan
{
    private const int TimeCount = 12;

    // Flux over error from which an observation counts as light that the model may begin at.
    private const double Significance = 0.5;

    // γ, β, τ_rise, τ_fall: the published start, a short and a long light curve, and a jump.
    private static readonly double[][] Shapes = [[14, 0.5, 7, 28], [5, 0.3, 2, 10], [80, 0.3, 15, 120], [2, 0.7, 1, 100]];

    /// <summary>Finds the best shape and time, and the best of another shape.</summary>
    /// <param name="objective">The function to be minimised.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds.</param>
    /// <param name="best">Holds the published start and receives the best.</param>
    /// <param name="other">Holds the published start and receives the best of another shape.</param>
    /// <param name="scratch">Working memory.</param>
    public static void Find(
        in SupernovaObjective objective,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        Span<double> best,
        Span<double> other,
        Scratch scratch)
    {
        var mark = scratch.Mark;
        var trial = scratch.Copy(best);
        var times = SignificantTimes(objective.Data, scratch);
        var (bestShape, bestLoss, otherLoss) = (-1, objective.Amplitudes(trial, lower, upper), double.PositiveInfinity);
        trial.CopyTo(best);
        for (var k = 0; k < TimeCount && times.Length > 0; k++)
        {
            var time = times[(int)((k + 0.5) / TimeCount * times.Length)];
            for (var shape = 0; shape < Shapes.Length; shape++)
            {
                Set(trial, time - Shapes[shape][2], Shapes[shape], lower, upper);
                var loss = objective.Amplitudes(trial, lower, upper);
                if (loss < bestLoss)
                {
                    if (shape != bestShape)
                    {
                        best.CopyTo(other);
                        otherLoss = bestLoss;
                    }

                    trial.CopyTo(best);
                    (bestShape, bestLoss) = (shape, loss);
                }
                else if (loss < otherLoss && shape != bestShape)
                {
                    trial.CopyTo(other);
                    otherLoss = loss;
                }
            }
        }

        scratch.Free(mark);
    }

    private static void Set(Span<double> x, double t0, ReadOnlySpan<double> shape, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        for (var first = 0; first < x.Length; first += VillarModel.ParameterCount)
        {
            x[first + 1] = Math.Clamp(t0, lower[first + 1], upper[first + 1]);
            shape.CopyTo(x[(first + 2)..]);
        }
    }

    // Ascending times of observations above zero.
    private static Span<double> SignificantTimes(in PackedBands data, Scratch scratch)
    {
        var times = scratch.Take(data.Time.Length);
        var count = 0;
        for (var i = 0; i < times.Length; i++)
        {
            // Padding has no weight.
            if (data.Flux[i] * data.Weight[i] > Significance)
            {
                times[count++] = data.Time[i];
            }
        }

        times[..count].Sort();
        return times[..count];
    }
}
