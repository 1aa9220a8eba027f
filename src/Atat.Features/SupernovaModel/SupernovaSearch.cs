namespace Atat.Features.SupernovaModel;

/// <summary>Minimises the objective from several starts: roughly from each, then the best to the end.</summary>
internal static class SupernovaSearch
{
    private static readonly MinimiserLimits Rough = new(Evaluations: 18, Tolerance: 5e-3);
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

        var least = BoundedMinimiser.Minimise(objective, x, lower, upper, Rough, scratch);
        least = Try(objective, best, x, least, lower, upper, scratch);
        least = Try(objective, other, x, least, lower, upper, scratch);
        var fine = BoundedMinimiser.Minimise(objective, x, lower, upper, Fine with { Damping = least.Damping }, scratch);
        scratch.Free(mark);
        return fine with { Evaluations = least.Evaluations + fine.Evaluations };
    }

    // Keeps what another start leads to if it is better, also than a value that is no number.
    private static Minimum Try(
        in SupernovaObjective objective,
        Span<double> start,
        Span<double> x,
        Minimum least,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        Scratch scratch)
    {
        var found = BoundedMinimiser.Minimise(objective, start, lower, upper, Rough, scratch);
        var evaluations = least.Evaluations + found.Evaluations;
        if (found.Value < least.Value || !double.IsFinite(least.Value))
        {
            start.CopyTo(x);
            least = found;
        }

        return least with { Evaluations = evaluations };
    }
}
