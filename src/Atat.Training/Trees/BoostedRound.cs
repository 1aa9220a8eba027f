namespace Atat.Training.Trees;

/// <summary>How boosting stands after a round.</summary>
/// <param name="Round">Rounds done.</param>
/// <param name="TrainingLoss">Log-loss on the training rows, as weighted.</param>
/// <param name="ValidationLoss">The same on the validation rows.</param>
public readonly record struct BoostedRound(int Round, double TrainingLoss, double ValidationLoss);
