namespace Atat.Training.Batches;

/// <summary>One object cut at one day.</summary>
/// <param name="Index">Object in the catalog.</param>
/// <param name="Length">Observations of its window that are seen.</param>
/// <param name="Row">Place in the batch or table that asked for it.</param>
/// <param name="Day">Days after the first detection that it is cut at, for its features.</param>
public readonly record struct Sample(int Index, int Length, int Row, double Day = double.PositiveInfinity);
