using Atat.LightCurves;
using Atat.Training.Runs;
using Atat.Training.Trees;

namespace Atat.Training;

/// <summary>Opens what a run folder holds.</summary>
public static class Classifiers
{
    /// <summary>Opens a run, whatever kind of model it is.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="options">How it is used.</param>
    /// <exception cref="InputException">The folder lacks a file, or one is damaged; or its model does not classify.</exception>
    public static IClassifier Open(RunFolder folder, ClassifierOptions options) => folder.ReadInfo().Model switch
    {
        ModelKind.Network => NetworkClassifier.Open(folder, options),
        ModelKind.Autoencoder => throw new InputException($"{folder.Path} holds an autoencoder, which embeds and does not classify; 'atat embed' reads it."),
        _ => TreeClassifier.Open(folder, options),
    };
}
