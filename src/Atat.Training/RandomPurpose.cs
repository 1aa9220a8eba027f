namespace Atat.Training;

/// <summary>What a random generator is for.</summary>
public enum RandomPurpose
{
    /// <summary>Order of objects in an epoch.</summary>
    Order = 0,

    /// <summary>Days and perturbations of a step's objects.</summary>
    Augmentation = 1,

    /// <summary>Dropout of a step, and the initial weights.</summary>
    Network = 2,
}
