namespace Atat.Reports;

/// <summary>One evaluation while training; NaN where a value was not measured.</summary>
/// <param name="Step">Optimiser steps so far.</param>
/// <param name="TrainingLoss">Mean loss of the training batches since the last evaluation.</param>
/// <param name="ValidationLoss">Loss on the validation objects.</param>
/// <param name="ValidationMacroF1">Macro F1 on the validation objects, 0 … 1.</param>
public readonly record struct TrainingPoint(long Step, double TrainingLoss, double ValidationLoss, double ValidationMacroF1);
