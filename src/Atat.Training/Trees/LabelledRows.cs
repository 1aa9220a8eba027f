namespace Atat.Training.Trees;

/// <summary>Rows of a table of features and the class of each.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Classes">Class of each of them, from 0.</param>
public sealed record LabelledRows(int[] Rows, int[] Classes);
