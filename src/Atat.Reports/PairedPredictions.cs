namespace Atat.Reports;

/// <summary>Two classifiers' predictions of the same objects.</summary>
/// <param name="Objects">Object of each prediction, an index into the resamples' counts, (N).</param>
/// <param name="Truth">True classes, (N).</param>
/// <param name="First">Classes that the first classifier gives, (N).</param>
/// <param name="Second">Classes that the second gives, (N).</param>
internal sealed record PairedPredictions(int[] Objects, int[] Truth, int[] First, int[] Second);
