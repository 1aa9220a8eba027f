namespace Atat.Training.Trees;

/// <summary>What the training of trees tells while it goes on.</summary>
/// <param name="Share">Share of the trees that are grown, of at most so many.</param>
/// <param name="Round">How boosting stands; null for forests.</param>
public readonly record struct TreeProgress(double Share, BoostedRound? Round);
