using Atat.Forests;

namespace Atat.Training.Trees;

/// <summary>A column, or a family of them permuted together, by both measures of importance.</summary>
/// <param name="Column">Name of the column; null for the whole family.</param>
/// <param name="Family">Its family; <c>metadata</c> for what the survey gives.</param>
/// <param name="Impurity">Share of the decrease of impurity in forests, of the gain in boosted trees; that of a family is the sum of its columns'.</param>
/// <param name="Permutation">How much macro F1 falls on the validation fold.</param>
public readonly record struct PermutedColumns(string? Column, string Family, double Impurity, ScoreDrop Permutation);
