using Atat.Metrics;

namespace Atat.Reports.Comparisons;

/// <summary>F1 of a class by a run against the first run.</summary>
/// <param name="Day">Days after the first detection.</param>
/// <param name="Class">Name of the class.</param>
/// <param name="F1">F1 of the run.</param>
/// <param name="FirstF1">F1 of the first run.</param>
/// <param name="Difference">Run minus first.</param>
/// <param name="AdjustedPValue">Two-sided p-value, Holm-corrected over the classes of the day.</param>
public sealed record ClassDifference(double Day, string Class, double F1, double FirstF1, Interval Difference, double AdjustedPValue)
{
    private const double Level = 0.05;

    /// <summary>Whether the corrected p-value is below 5 %.</summary>
    public bool IsSignificant => AdjustedPValue < Level;
}
