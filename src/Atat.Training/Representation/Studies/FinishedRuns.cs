namespace Atat.Training.Representation.Studies;

/// <summary>The finished runs of a representation study, found by what stands in its folder.</summary>
public static class FinishedRuns
{
    /// <summary>All run folders below <c>runs/</c> that are trained and evaluated, in order of their paths.</summary>
    public static IReadOnlyList<RepresentationRunFolder> In(string study)
    {
        var root = Path.Combine(study, "runs");
        return !Directory.Exists(root) ? [] :
        [
            .. Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateDirectories).SelectMany(Directory.EnumerateDirectories)
                .Order(StringComparer.Ordinal).Select(path => new RepresentationRunFolder(path)).Where(run => run.IsDone),
        ];
    }
}
