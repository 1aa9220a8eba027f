namespace Atat.Training.Runs;

/// <summary>What kind of model a run folder holds.</summary>
public enum ModelKind
{
    /// <summary>A network: <c>best.safetensors</c>.</summary>
    Network = 0,

    /// <summary>Balanced random forests: <c>forest.bin</c>.</summary>
    Forest = 1,

    /// <summary>Gradient-boosted trees: <c>boosted.txt</c>.</summary>
    Boosted = 2,

    /// <summary>An autoencoder of light curves: <c>best.safetensors</c>.</summary>
    Autoencoder = 3,
}
