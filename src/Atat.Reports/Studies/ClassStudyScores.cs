namespace Atat.Reports.Studies;

/// <summary>A class by a variant at one day (a row of thesis table 4.1).</summary>
/// <param name="Name">Name of the class, or "macro average".</param>
/// <param name="Precision">True positives over predicted; NaN where the class has no support, as the others.</param>
/// <param name="Recall">True positives over support.</param>
/// <param name="F1">Harmonic mean of the two.</param>
public sealed record ClassStudyScores(string Name, StudyScore Precision, StudyScore Recall, StudyScore F1);
