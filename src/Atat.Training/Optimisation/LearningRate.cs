using Atat.Training.Configuration;

namespace Atat.Training.Optimisation;

/// <summary>The learning rate of a step, a pure function of it.</summary>
public static class LearningRate
{
    /// <summary>Learning rate of a 0-based step of a run of <paramref name="steps"/>.</summary>
    public static double At(OptimiserConfig config, long step, long steps)
    {
        if (step < config.WarmupSteps)
        {
            return config.LearningRate * (step + 1) / config.WarmupSteps;
        }

        if (config.Schedule == Schedule.Constant)
        {
            return config.LearningRate;
        }

        var progress = (double)(step - config.WarmupSteps) / Math.Max(1, steps - config.WarmupSteps);
        return config.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, progress)));
    }
}
