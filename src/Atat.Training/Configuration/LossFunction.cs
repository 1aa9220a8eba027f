namespace Atat.Training.Configuration;

/// <summary>What a training step makes smaller.</summary>
public enum LossFunction
{
    /// <summary>Cross-entropy.</summary>
    CrossEntropy = 0,

    /// <summary>Focal loss (Lin et al. 2017): cross-entropy times (1 - p)^gamma, p being what the true class is given.</summary>
    Focal = 1,
}
