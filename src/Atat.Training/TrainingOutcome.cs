namespace Atat.Training;

/// <summary>How a run ended.</summary>
/// <param name="Steps">Optimiser steps taken.</param>
/// <param name="BestMacroF1">Best macro F1 on the validation fold.</param>
/// <param name="Seconds">Seconds of training over all resumptions.</param>
/// <param name="Interrupted">Whether it was cancelled; a checkpoint was saved, and the run can be resumed.</param>
public sealed record TrainingOutcome(long Steps, double BestMacroF1, double Seconds, bool Interrupted);
