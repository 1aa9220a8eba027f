using Atat.Training.Runs;

namespace Atat.Training;

/// <summary>What a run tells while it goes on.</summary>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="Steps">Steps of the whole run.</param>
/// <param name="Loss">Loss of the last step (sum over heads).</param>
/// <param name="ObjectsPerSecond">Training objects a second since the last evaluation.</param>
/// <param name="Remaining">Estimate of the time left.</param>
/// <param name="Evaluation">The evaluation after this step, if there was one.</param>
/// <param name="IsBest">Whether that evaluation was the best so far.</param>
public sealed record TrainingProgress(long Step, long Steps, double Loss, double ObjectsPerSecond, TimeSpan Remaining, MetricsLine? Evaluation, bool IsBest);
