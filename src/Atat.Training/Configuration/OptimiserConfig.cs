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

    /// <summary>What is minimised.</summary>
    public LossFunction Loss { get; init; }

    /// <summary>Exponent of the focal loss; at 0 it is cross-entropy.</summary>
    public double FocalGamma { get; init; } = 2;

    /// <summary>How much an object of a class counts; for batches that are not balanced.</summary>
    public ClassWeighting ClassWeights { get; init; }

    /// <summary>Beta of the effective number of objects: how soon a further object of a class adds nothing new.</summary>
    public double EffectiveBeta { get; init; } = 0.999;

    /// <summary>
    /// Factor tau on the logarithm of the classes' shares of the training objects that is added to the logits in training (Menon et al. 2021);
    /// 0 for none, 1 for logits without the shares. For batches that are not balanced.
    /// </summary>
    public double LogitAdjustment { get; init; }
}
