namespace Atat.Training.Benchmarks;

/// <summary>How one forest did.</summary>
/// <param name="Seed">Seed it was grown with.</param>
/// <param name="MacroF1">Macro F1 on the test part.</param>
/// <param name="TrainingSeconds">Processor seconds of training, all threads together, from the matrix of features to the forest.</param>
/// <param name="Microseconds">Processor microseconds that the probabilities of an object take, where all of the test part are asked for at once on one thread; median of several passes.</param>
public sealed record ForestScore(int Seed, double MacroF1, double TrainingSeconds, double Microseconds);
