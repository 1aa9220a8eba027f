namespace Atat.Features.SupernovaModel;

/// <summary>Minimises the objective from several starts: roughly from each, then the best to the end.</summary>
internal static class SupernovaSearch
{
    private static readonly MinimiserLimits Rough = new(Evaluations: 24, Tolerance: 5e-3);
    private static readonly MinimiserLimits Fine = new(Evaluations: 60, Tolerance: 1e-4);

    /// <summary>Minimises.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="x">Holds the published start and receives the parameters.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds.</param>
    /// <param name="scratch">Working memory.</param>
    public static Minimum Minimise(
        in SupernovaObjective objective, Span<double> x, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, Scratch scratch)
    {
        var mark = scratch.Mark;
        var best = scratch.Copy(x);
        var other = scratch.Copy(x);
        SupernovaScan.Find(objective, lower, upper, best, other, scratch);

        var rough = BoundedMinimiser.Minimise(objective, x, lower, upper, Rough, scratch);
        var evaluations = rough.Evaluations;
        var value = rough.Value;
        Try(objective, best, x, ref value, ref evaluations, lower, upper, scratch);
        Try(objective, other, x, ref value, ref evaluations, lower, upper, scratch);
        var fine = BoundedMinimiser.Minimise(objective, x, lower, upper, Fine, scratch);
        scratch.Free(mark);
        return new Minimum(fine.Value, evaluations + fine.Evaluations);
    }

    // Keeps what another start leads to if it is better, also than a value that is no number.
    private static void Try(
        in SupernovaObjective objective,
        Span<double> start,
        Span<double> x,
        ref double value,
        ref int evaluations,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        Scratch scratch)
    {
        var found = BoundedMinimiser.Minimise(objective, start, lower, upper, Rough, scratch);
        evaluations += found.Evaluations;
        if (found.Value < value || !double.IsFinite(value))
        {
            value = found.Value;
            start.CopyTo(x);
        }
    }
}
