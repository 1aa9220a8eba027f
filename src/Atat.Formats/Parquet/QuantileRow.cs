namespace Atat.Formats.Parquet;

/// <summary>The fitted quantiles of one tabular column, at one day for a feature.</summary>
/// <param name="Column">Column that the quantiles are of.</param>
/// <param name="Day">Days after the first detection; null for metadata, which does not change.</param>
/// <param name="Quantiles">Quantiles, ascending.</param>
public sealed record QuantileRow(string Column, double? Day, double[] Quantiles);
