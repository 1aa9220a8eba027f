using System.Numerics.Tensors;

namespace Atat.Features.SupernovaModel;

/// <summary>
/// Minimises a function within bounds by damped Newton steps (Levenberg 1944, Marquardt 1963, with the damping of Nielsen 1999): variables at a
/// bound that the gradient pushes against stay there, and those that a step would carry over a bound stop at it while the step is solved anew for the
/// others.
/// </summary>
internal static class BoundedMinimiser
{
    private const double InitialDamping = 1e-2;
    private const double LargestDamping = 1e12;
    private const int Passes = 3;

    /// <summary>Minimises a function.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="x">Start, then the place of the least value; within the bounds.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds; a variable whose bounds are equal stays.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="scratch">Working memory; about three matrices.</param>
    public static Minimum Minimise<T>(
        scoped in T objective,
        Span<double> x,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        MinimiserLimits limits,
        Scratch scratch)
        where T : IBoundedObjective, allows ref struct
    {
        var mark = scratch.Mark;
        var stride = PositiveSystem.Stride(x.Length);
        var gradient = scratch.TakeZeros(stride);
        var curvature = scratch.Take(stride * x.Length);
        var nextGradient = scratch.TakeZeros(stride);
        var nextCurvature = scratch.Take(stride * x.Length);
        var step = scratch.TakeZeros(stride);
        var next = scratch.Take(x.Length);
        var value = objective.Evaluate(x, gradient, curvature);
        var evaluations = 1;
        var (damping, growth) = (InitialDamping, 2.0);
        while (evaluations < limits.Evaluations && damping < LargestDamping)
        {
            if (!Solve(x, lower, upper, gradient, curvature, damping, step, scratch))
            {
                damping *= 10;
                continue;
            }

            var expected = -TensorPrimitives.Dot<double>(gradient, step) - (0.5 * Quadratic(curvature, step, x.Length));
            if (!(expected > limits.Tolerance * Math.Abs(value)))
            {
                break;
            }

            for (var i = 0; i < x.Length; i++)
            {
                next[i] = Math.Clamp(x[i] + step[i], lower[i], upper[i]);
            }

            var nextValue = objective.Evaluate(next, nextGradient, nextCurvature);
            evaluations++;
            if (nextValue < value)
            {
                var quality = (2 * (value - nextValue) / expected) - 1;
                damping *= Math.Max(1.0 / 3, 1 - (quality * quality * quality));
                growth = 2;
                value = nextValue;
                next.CopyTo(x);
                Swap(ref gradient, ref nextGradient);
                Swap(ref curvature, ref nextCurvature);
            }
            else
            {
                damping *= growth;
                growth *= 2;
            }
        }

        scratch.Free(mark);
        return new Minimum(value, evaluations);
    }

    private static bool Solve(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        ReadOnlySpan<double> gradient,
        ReadOnlySpan<double> curvature,
        double damping,
        Span<double> step,
        Scratch scratch)
    {
        var mark = scratch.Mark;
        var (n, stride) = (x.Length, PositiveSystem.Stride(x.Length));
        var matrix = scratch.Take(stride * n);
        var right = scratch.TakeZeros(stride);
        Span<bool> isFixed = stackalloc bool[n];
        step.Clear();
        for (var i = 0; i < n; i++)
        {
            isFixed[i] = !(lower[i] < upper[i]) || (x[i] <= lower[i] && gradient[i] >= 0) || (x[i] >= upper[i] && gradient[i] <= 0);
        }

        var solved = false;
        for (var pass = 0; pass < Passes; pass++)
        {
            curvature[..matrix.Length].CopyTo(matrix);
            for (var i = 0; i < n; i++)
            {
                // Fixed variables have moved by their step; the others' equations take that into account.
                right[i] = isFixed[i] ? step[i] : -gradient[i];
            }

            for (var i = 0; i < n; i++)
            {
                var row = matrix.Slice(i * stride, stride);
                if (isFixed[i])
                {
                    for (var j = 0; j < n && step[i] != 0; j++)
                    {
                        right[j] -= isFixed[j] ? 0 : step[i] * row[j];
                    }

                    row.Clear();
                    row[i] = 1;
                }
                else
                {
                    var range = upper[i] - lower[i];
                    row[i] += damping * (row[i] + (1e-6 / (range * range)));
                    for (var j = 0; j < n; j++)
                    {
                        row[j] = isFixed[j] ? 0 : row[j];
                    }
                }
            }

            if (!PositiveSystem.Factor(matrix, n))
            {
                break;
            }

            PositiveSystem.Solve(matrix, right, n);
            solved = true;
            var crossing = false;
            for (var i = 0; i < n; i++)
            {
                var bounded = Math.Clamp(right[i], lower[i] - x[i], upper[i] - x[i]);
                var crosses = bounded != right[i] && !isFixed[i];
                step[i] = bounded;
                isFixed[i] |= crosses;
                crossing |= crosses;
            }

            if (!crossing)
            {
                break;
            }
        }

        scratch.Free(mark);
        return solved;
    }

    private static double Quadratic(ReadOnlySpan<double> matrix, ReadOnlySpan<double> x, int size)
    {
        var stride = x.Length;
        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            sum += x[i] == 0 ? 0 : x[i] * TensorPrimitives.Dot(matrix.Slice(i * stride, stride), x);
        }

        return sum;
    }

    private static void Swap(ref Span<double> a, ref Span<double> b)
    {
        var other = a;
        a = b;
        b = other;
    }
}
