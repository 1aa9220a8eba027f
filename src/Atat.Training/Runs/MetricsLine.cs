namespace Atat.Training.Runs;

/// <summary>One evaluation while training: a line of <c>metrics.jsonl</c>.</summary>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="Loss">Mean training loss since the line before (sum over heads).</param>
/// <param name="LearningRate">Learning rate of the last step.</param>
/// <param name="ValidationLoss">Cross-entropy of the prediction on the validation fold.</param>
/// <param name="ValidationAccuracy">Accuracy on the validation fold.</param>
/// <param name="ValidationMacroF1">Macro F1 on the validation fold, whole light curves.</param>
/// <param name="ObjectsPerSecond">Training objects a second since the line before.</param>
/// <param name="Padding">Share of token slots that were padding since the line before.</param>
/// <param name="Seconds">Seconds of training so far.</param>
public sealed record MetricsLine(
    long Step,
    double Loss,
    double LearningRate,
    double ValidationLoss,
    double ValidationAccuracy,
    double ValidationMacroF1,
    double ObjectsPerSecond,
    double Padding,
    double Seconds);
