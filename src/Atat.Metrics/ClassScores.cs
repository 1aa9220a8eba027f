namespace Atat.Metrics;

/// <summary>Precision, recall and F1 of one class, or an average of them; 0 where a ratio is 0 / 0 (scikit-learn's convention).</summary>
/// <param name="Precision">True positives / predicted.</param>
/// <param name="Recall">True positives / support.</param>
/// <param name="F1">2 TP / (2 TP + FP + FN), the harmonic mean of the two; in an average, the average of the classes' F1.</param>
/// <param name="Support">Objects that truly belong to the class; in an average, all objects.</param>
public readonly record struct ClassScores(double Precision, double Recall, double F1, long Support);
