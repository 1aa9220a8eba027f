using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>A claim at one day, of one class where it is about classes.</summary>
/// <param name="Day">Days after the first detection.</param>
/// <param name="Class">Name of the class; empty for macro F1.</param>
/// <param name="Difference">First minus second with its 95 % interval; NaN where not measured.</param>
/// <param name="Verdict">What the interval says.</param>
public sealed record ClaimPart(double Day, string Class, Interval Difference, Verdict Verdict);
