using System.Runtime.Intrinsics;

namespace Atat.Features;

/// <summary>
/// Minimises a smooth function of two variables without bounds by the limited-memory BFGS method with ten pairs (Nocedal 1980; Liu and Nocedal 1989;
/// restarts and stopping rules of Byrd, Lu, Nocedal and Zhu 1995) and the line search of Moré and Thuente.
/// </summary>
internal static class LimitedMemoryBfgs
{
    private const int Memory = 10;
    private const int Trials = 20;
    private const int Iterations = 5000;
    private const double FlatGradient = 1e-5;
    private const double RelativeDecrease = 2.220446049250313e-9;
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// The point reached when no component of the gradient is above 1e-5, an iteration decreases the value by less than 2.2e-9 of it, or no step
    /// decreases it; NaN if the function is undefined at the start.
    /// </summary>
    /// <param name="objective">The function.</param>
    /// <param name="start">Where to start.</param>
    public static Vector128<double> Minimise<TObjective>(ref TObjective objective, Vector128<double> start)
        where TObjective : struct, IPlaneObjective, allows ref struct
    {
        Span<Vector128<double>> steps = stackalloc Vector128<double>[Memory];
        Span<Vector128<double>> changes = stackalloc Vector128<double>[Memory];
        Span<double> inverseCurvatures = stackalloc double[Memory];
        int pairs = 0, newest = 0;
        var scale = 1.0;
        var point = start;
        var value = objective.Value(point, out var gradient);
        if (!double.IsFinite(value))
        {
            return Vector128.Create(double.NaN);
        }

        var flat = IsFlat(gradient);
        for (var iteration = 0; !flat && iteration < Iterations; iteration++)
        {
            var direction = -Product(gradient, steps, changes, inverseCurvatures, pairs, newest, scale);
            var slope = Vector128.Dot(direction, gradient);
            var first = iteration == 0 ? Math.Min(1 / Math.Sqrt(Vector128.Dot(direction, direction)), 1e10) : 1;
            var search = new MoreThuenteSearch(value, slope, first);
            var trial = point;
            var trialValue = value;
            var trialGradient = gradient;
            var trialSlope = slope;
            var accepted = false;
            for (var count = 0; count < Trials && !accepted && slope < 0; count++)
            {
                trial = point + (search.Step * direction);
                trialValue = objective.Value(trial, out trialGradient);
                trialSlope = Vector128.Dot(trialGradient, direction);
                accepted = search.Accepts(trialValue, trialSlope);
            }

            if (!accepted)
            {
                if (pairs == 0)
                {
                    break;
                }

                // The remembered curvature misleads: once more down the gradient.
                (pairs, scale) = (0, 1);
                continue;
            }

            flat = IsFlat(trialGradient) || value - trialValue <= RelativeDecrease * Math.Max(Math.Max(Math.Abs(value), Math.Abs(trialValue)), 1);
            var curvature = (trialSlope - slope) * search.Step;
            if (curvature > Epsilon * -slope * search.Step)
            {
                newest = (newest + 1) % Memory;
                pairs = Math.Min(pairs + 1, Memory);
                steps[newest] = search.Step * direction;
                changes[newest] = trialGradient - gradient;
                inverseCurvatures[newest] = 1 / curvature;
                scale = curvature / Vector128.Dot(changes[newest], changes[newest]);
            }

            (point, value, gradient) = (trial, trialValue, trialGradient);
        }

        return point;
    }

    /// <summary>The inverse Hessian times a vector, by the two-loop recursion.</summary>
    private static Vector128<double> Product(
        Vector128<double> vector,
        ReadOnlySpan<Vector128<double>> steps,
        ReadOnlySpan<Vector128<double>> changes,
        ReadOnlySpan<double> inverseCurvatures,
        int pairs,
        int newest,
        double scale)
    {
        Span<double> shares = stackalloc double[Memory];
        var at = newest;
        for (var i = 0; i < pairs; i++)
        {
            shares[at] = inverseCurvatures[at] * Vector128.Dot(steps[at], vector);
            vector -= shares[at] * changes[at];
            at = at == 0 ? Memory - 1 : at - 1;
        }

        vector *= scale;
        for (var i = 0; i < pairs; i++)
        {
            at = at == Memory - 1 ? 0 : at + 1;
            vector += (shares[at] - (inverseCurvatures[at] * Vector128.Dot(changes[at], vector))) * steps[at];
        }

        return vector;
    }

    private static bool IsFlat(Vector128<double> gradient) => !Vector128.GreaterThanAny(Vector128.Abs(gradient), Vector128.Create(FlatGradient));
}
