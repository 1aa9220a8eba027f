namespace Atat.LightCurves.Summaries;

/// <summary>The values of one metadata column.</summary>
/// <param name="Name">Name as the survey writes it.</param>
/// <param name="Role">What the column stands for in computations.</param>
/// <param name="MissingShare">Share of objects without a value.</param>
/// <param name="Values">The values there are.</param>
public sealed record MetadataSummary(string Name, MetadataRole Role, double MissingShare, Quantiles Values);
