namespace Atat.Features;

/// <summary>
/// Brent's minimisation of a function of one variable within bounds: parabolas through the three best points, golden sections where they fail
/// (Brent 1973, Algorithms for Minimization without Derivatives, chapter 5; Forsythe, Malcolm and Moler 1977, chapter 8).
/// </summary>
internal static class BoundedBrent
{
    /// <summary>Where the search starts in the unit interval: the golden section, (3 - sqrt 5)/2.</summary>
    public const double GoldenSection = 0.3819660112501051;

    private const double RootOfEpsilon = 1.4832396974191326e-8;

    /// <summary>The best point found; the golden section of the bounds for a function that is NaN everywhere.</summary>
    /// <param name="objective">The function, evaluated inside the bounds only.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="tolerance">Absolute tolerance of the point, beside a relative one of 1.5e-8.</param>
    /// <param name="evaluations">At most so many evaluations.</param>
    public static double Minimise<TObjective>(ref TObjective objective, double lower, double upper, double tolerance, int evaluations)
        where TObjective : struct, IScalarObjective, allows ref struct
    {
        var best = lower + (GoldenSection * (upper - lower));
        var bestValue = objective.Value(best);
        var (second, secondValue) = (best, bestValue);
        var (third, thirdValue) = (best, bestValue);
        double move = 0, moveBefore = 0;
        for (var count = 1; count < evaluations; count++)
        {
            var middle = 0.5 * (lower + upper);
            var near = (RootOfEpsilon * Math.Abs(best)) + (tolerance / 3);
            if (Math.Abs(best - middle) <= (2 * near) - (0.5 * (upper - lower)))
            {
                break;
            }

            var parabolic = false;
            if (Math.Abs(moveBefore) > near)
            {
                var r = (best - second) * (bestValue - thirdValue);
                var q = (best - third) * (bestValue - secondValue);
                var p = ((best - third) * q) - ((best - second) * r);
                q = 2 * (q - r);
                p = q > 0 ? -p : p;
                q = Math.Abs(q);

                // A parabola has to stay inside and to move less than half of the move before the last, or convergence is not sure.
                parabolic = Math.Abs(p) < Math.Abs(0.5 * q * moveBefore) && p > q * (lower - best) && p < q * (upper - best);
                moveBefore = move;
                if (parabolic)
                {
                    move = p / q;
                    if (best + move - lower < 2 * near || upper - best - move < 2 * near)
                    {
                        move = best <= middle ? near : -near;
                    }
                }
            }

            if (!parabolic)
            {
                moveBefore = best >= middle ? lower - best : upper - best;
                move = GoldenSection * moveBefore;
            }

            var point = best + (move >= 0 ? Math.Max(move, near) : -Math.Max(-move, near));
            var value = objective.Value(point);
            if (value <= bestValue)
            {
                (lower, upper) = point >= best ? (best, upper) : (lower, best);
                (third, thirdValue) = (second, secondValue);
                (second, secondValue) = (best, bestValue);
                (best, bestValue) = (point, value);
                continue;
            }

            (lower, upper) = point < best ? (point, upper) : (lower, point);
            if (value <= secondValue || second == best)
            {
                (third, thirdValue) = (second, secondValue);
                (second, secondValue) = (point, value);
            }
            else if (value <= thirdValue || third == best || third == second)
            {
                (third, thirdValue) = (point, value);
            }
        }

        return best;
    }
}
