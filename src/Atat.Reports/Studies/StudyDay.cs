namespace Atat.Reports.Studies;

/// <summary>What a run predicts at one day, in the study's numbering of objects and classes.</summary>
/// <param name="Day">Days after the first detection.</param>
/// <param name="Objects">Objects predicted, ascending, (N).</param>
/// <param name="Predicted">Predicted classes, (N).</param>
internal sealed record StudyDay(double Day, int[] Objects, int[] Predicted);
