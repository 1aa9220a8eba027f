namespace Atat.Training.Runs;

/// <summary>The standardisation of one tabular column, at one day for a feature: an element of <c>standardisation.json</c>.</summary>
/// <param name="Column">Column.</param>
/// <param name="Day">Days after the first detection; null for metadata, which does not change.</param>
/// <param name="Mean">Subtracted.</param>
/// <param name="Deviation">Divided by.</param>
internal sealed record StandardisedColumn(string Column, double? Day, double Mean, double Deviation);
