namespace Atat.LightCurves;

/// <summary>One row of a taxonomy: a label as it stands in the data, the class it is trained as, and that class's branch.</summary>
/// <param name="Label">Fine label in the data, case-sensitive.</param>
/// <param name="Class">Class that a classifier predicts.</param>
/// <param name="Branch">Branch of the class; null where the survey names none.</param>
public sealed record TaxonomyEntry(string Label, string Class, Branch? Branch = null);
