using System.Collections.Immutable;

namespace Atat.Training.Trees;

/// <summary>How much a column tells trees.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Family">Family of the feature; <c>metadata</c> for what the survey gives.</param>
/// <param name="Importance">Share of all columns' importance.</param>
/// <param name="OfForests">The same within each forest of a hierarchy, in the order of <see cref="TreeImportances.Forests"/>; empty for one model.</param>
public readonly record struct ColumnImportance(string Column, string Family, double Importance, ImmutableArray<double> OfForests);
