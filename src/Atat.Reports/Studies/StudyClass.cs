namespace Atat.Reports.Studies;

/// <summary>Objects of a class (thesis figure 4.2).</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="Training">Objects in the training part, all folds together.</param>
/// <param name="Test">Objects in the test part.</param>
public sealed record StudyClass(string Name, int Training, int Test);
