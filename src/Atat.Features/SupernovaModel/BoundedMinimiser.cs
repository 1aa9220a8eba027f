using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Atat.Features.SupernovaModel;

/// <summary>
/// Minimises a function within bounds by damped Newton steps (Levenberg 1944, Marquardt 1963, with the damping of Nielsen 1999): variables at a
/// bound that the gradient pushes against stay there, and those that a step would carry over a bound stop at it while the step is solved anew for the
/// others.
/// </summary>
internal static class BoundedMinimiser
{
    private const double LeastScale = 1e-6;
    private const double LargestDamping = 1e12;
    private const int Passes = 2;

    /// <summary>Minimises a function.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="x">Start, then the place of the least value; within the bounds.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds; a variable whose bounds are equal stays.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="scratch">Working memory; about three matrices.</param>
    public static Minimum Minimise(
        scoped in SupernovaObjective objective,
        Span<double> x,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        MinimiserLimits limits,
        Scratch scratch)
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
        var (damping, growth) = (limits.Damping, 2.0);
        while (evaluations < limits.Evaluations && damping < LargestDamping)
        {
            if (!Solve(x, lower, upper, gradient, curvature, damping, step, scratch))
            {
                damping *= 10;
                continue;
            }

            var expected = -TensorPrimitives.Dot<double>(gradient, step) - (0.5 * PositiveSystem.Quadratic(curvature, step, x.Length));
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
        return new Minimum(value, evaluations, damping);
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
        var system = scratch.Take(PositiveSystem.Augmented(n) * n);
        var solution = scratch.Take(PositiveSystem.Augmented(n));
        Span<int> free = stackalloc int[n];
        var count = 0;
        step.Clear();
        for (var i = 0; i < n; i++)
        {
            var stays = !(lower[i] < upper[i]) || (x[i] <= lower[i] && gradient[i] >= 0) || (x[i] >= upper[i] && gradient[i] <= 0);
            free[count] = i;
            count += stays ? 0 : 1;
        }

        var solved = count > 0;
        for (var pass = 0; pass < Passes && solved && count > 0; pass++)
        {
            var rowLength = PositiveSystem.Augmented(count);
            for (var row = 0; row < count; row++)
            {
                var i = free[row];
                var source = curvature.Slice(i * stride, stride);
                var target = system.Slice(row * rowLength, rowLength);
                target.Clear();
                Gather(source, free[row..count], target[row..]);

                var range = upper[i] - lower[i];
                target[row] += damping * (target[row] + (LeastScale / (range * range)));
                // Only variables that stopped at a bound have a step yet; the others' equations take it into account.
                target[count] = -gradient[i] - (pass == 0 ? 0 : TensorPrimitives.Dot(source, step));
            }

            solved = PositiveSystem.Solve(system, solution, count);
            var kept = 0;
            for (var row = 0; row < count && solved; row++)
            {
                var i = free[row];
                var bounded = Math.Clamp(solution[row], lower[i] - x[i], upper[i] - x[i]);
                var crosses = bounded != solution[row];
                step[i] = crosses || pass == Passes - 1 ? bounded : 0;
                free[kept] = i;
                solution[kept] = solution[row];
                kept += crosses ? 0 : 1;
            }

            if (kept == count)
            {
                for (var row = 0; row < count; row++)
                {
                    step[free[row]] = solution[row];
                }

                break;
            }

            count = kept;
        }

        scratch.Free(mark);
        return solved;
    }

    // source[places] one after the other; places are within the row, so that nothing needs to be checked in what is run most.
    private static void Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> places, Span<double> target)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < places.Length; i++)
        {
            Unsafe.Add(ref to, i) = Unsafe.Add(ref from, places[i]);
        }
    }

    private static void Swap(ref Span<double> a, ref Span<double> b)
    {
        var other = a;
        a = b;
        b = other;
    }
}
