namespace Atat.Networks.Representation.Losses;

/// <summary>How far a <see cref="Prediction"/> is from a series (thesis section 3.2).</summary>
public enum ReconstructionLoss
{
    /// <summary>Mean squared error, equation 3.1.</summary>
    MeanSquaredError = 0,

    /// <summary>Negative logarithm of the likelihood, equation 3.3.</summary>
    NegativeLogLikelihood = 1,

    /// <summary>Cross-entropy between what was observed, with its variance, and the prediction, equation 3.4.</summary>
    CrossEntropy = 2,
}
