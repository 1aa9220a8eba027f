namespace Atat.LightCurves.Splits;

/// <summary>One row of a <see cref="SplitFile"/>.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Id">Identifier of the object.</param>
/// <param name="Partition">Train or test.</param>
/// <param name="Fold">0-based fold, -1 where the file gives none.</param>
public sealed record SplitRow(int Line, string Id, Partition Partition, int Fold);
