namespace Atat.Training.Configuration;

/// <summary>How much an object of a class counts in the loss.</summary>
public enum ClassWeighting
{
    /// <summary>Every object as much as every other.</summary>
    None = 0,

    /// <summary>In inverse proportion to the training objects of its class.</summary>
    Inverse = 1,

    /// <summary>In inverse proportion to the effective number of these, (1 - beta^n) / (1 - beta) (Cui et al. 2019).</summary>
    Effective = 2,
}
