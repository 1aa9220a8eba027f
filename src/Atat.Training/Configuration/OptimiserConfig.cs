namespace Atat.Training.Configuration;

/// <summary>The optimiser: Adam with decoupled weight decay (Loshchilov and Hutter 2019), plain Adam at decay 0.</summary>
public sealed record OptimiserConfig
{
    /// <summary>Learning rate after the warm-up.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Decoupled weight decay per step, times the learning rate; on matrices only.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Decay of the first moment.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the second moment.</summary>
    public double Beta2 { get; init; } = 0.99;

    /// <summary>Steps of linear warm-up.</summary>
    public long WarmupSteps { get; init; } = 100;

    /// <summary>How the learning rate goes after the warm-up.</summary>
    public Schedule Schedule { get; init; } = Schedule.Cosine;

    /// <summary>Largest norm of the gradient; 0 for no limit.</summary>
    public double GradientClip { get; init; } = 1;

    /// <summary>Decay of the running average of the weights that is evaluated and kept (Polyak and Juditsky 1992); 0 for the weights themselves.</summary>
    public double Averaging { get; init; } = 0.995;

    /// <summary>Share of the target spread evenly over all classes (Szegedy et al. 2016).</summary>
    public double LabelSmoothing { get; init; }
}
