namespace Atat.Training.FeatureTables;

/// <summary>What a computation of features did.</summary>
/// <param name="Objects">Objects of the catalog.</param>
/// <param name="Rows">Rows of the table: one an object and day.</param>
/// <param name="Features">Columns of the table beside object and day.</param>
/// <param name="Undetected">Objects without a detection, all of whose values are missing.</param>
/// <param name="Undefined">Objects with a detection, all of whose values are missing all the same at the last day: too few usable observations.</param>
/// <param name="PartsTakenOver">Parts taken over from a computation that was interrupted.</param>
/// <param name="ObjectsTakenOver">Objects in those parts.</param>
/// <param name="Seconds">Time it took, from reading to the finished file.</param>
public sealed record FeatureReport(long Objects, long Rows, int Features, long Undetected, long Undefined, int PartsTakenOver, long ObjectsTakenOver, double Seconds)
{
    /// <summary>Objects computed in a second, without those taken over.</summary>
    public double ObjectsPerSecond => Seconds > 0 ? (Objects - ObjectsTakenOver) / Seconds : 0;
}
