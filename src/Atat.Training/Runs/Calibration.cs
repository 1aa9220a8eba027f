namespace Atat.Training.Runs;

/// <summary>
/// What makes a model's probabilities honest (Guo et al. 2017): one temperature that its logits, or the logarithms of trees' probabilities, are divided by, fitted on validation.
/// It changes no class that is predicted.
/// </summary>
/// <param name="Temperature">Above 1 where the model is too sure of itself.</param>
/// <param name="Step">Training step of the weights that it belongs to; rounds or trees of trees.</param>
/// <param name="Objects">Validation objects that it was fitted on.</param>
/// <param name="Days">Days after the first detection that these were cut at; null for whole light curves.</param>
/// <param name="LogLossBefore">Mean negative log-likelihood of the validation objects without it.</param>
/// <param name="LogLossAfter">The same with it.</param>
/// <param name="CalibrationErrorBefore">Expected calibration error without it.</param>
/// <param name="CalibrationErrorAfter">The same with it.</param>
public sealed record Calibration(
    double Temperature,
    long Step,
    int Objects,
    double[]? Days,
    double LogLossBefore,
    double LogLossAfter,
    double CalibrationErrorBefore,
    double CalibrationErrorAfter);
