namespace Atat.Training;

/// <summary>What a random generator is for.</summary>
public enum RandomPurpose
{
    /// <summary>Order of objects in an epoch.</summary>
    Order = 0,

    /// <summary>Perturbations of a sample.</summary>
    Augmentation = 1,

    /// <summary>Dropout of a step, and the initial weights.</summary>
    Network = 2,

    /// <summary>Days of a step's masked temporal augmentation.</summary>
    Days = 3,

    /// <summary>Observations that are kept of a series.</summary>
    Series = 4,

    /// <summary>Labels and order of fine-tuning.</summary>
    FineTuning = 5,
}
