namespace Atat.Training.Representation.Data;

/// <summary>The synthetic data sets of thesis section 3.4.1.</summary>
public enum SyntheticDataset
{
    /// <summary>A sine, without and with noise: the amount of noise tells the classes apart.</summary>
    A = 0,

    /// <summary>A sine, without and with a fast modulation of its amplitude.</summary>
    B = 1,

    /// <summary>A sine and a saw blade, both with noise: the noise tells nothing.</summary>
    C = 2,
}
