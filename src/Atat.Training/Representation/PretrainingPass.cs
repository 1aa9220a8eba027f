namespace Atat.Training.Representation;

/// <summary>One pass over the training set: a line of <c>metrics.jsonl</c>.</summary>
/// <param name="Epoch">Passes so far.</param>
/// <param name="Step">Optimiser steps so far.</param>
/// <param name="Loss">Mean loss of the pass.</param>
/// <param name="MeanSquaredError">Mean squared error of the pass (equation 3.1), which decides when training stops.</param>
/// <param name="IsBest">Whether no pass had a lower one.</param>
/// <param name="ObjectsPerSecond">Series a second.</param>
/// <param name="Seconds">Seconds of training so far.</param>
public sealed record PretrainingPass(int Epoch, long Step, double Loss, double MeanSquaredError, bool IsBest, double ObjectsPerSecond, double Seconds);
