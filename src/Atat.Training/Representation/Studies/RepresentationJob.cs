namespace Atat.Training.Representation.Studies;

/// <summary>One autoencoder of a representation study.</summary>
/// <param name="Dataset">Name of a synthetic data set, or path of a catalog.</param>
/// <param name="Variant">What is trained.</param>
/// <param name="Repetition">0-based repetition; its seed.</param>
public sealed record RepresentationJob(string Dataset, RepresentationVariant Variant, int Repetition)
{
    /// <summary>Name of the data set.</summary>
    public string DatasetName => Data.RepresentationDatasets.NameOf(Dataset);

    /// <summary>Folder of the run, below that of the study.</summary>
    public string Folder => Path.Combine("runs", DatasetName, Variant.Key, FormattableString.Invariant($"run-{Repetition}"));

    /// <summary>Name in messages.</summary>
    public string Name => FormattableString.Invariant($"{DatasetName}, {Variant.Key}, run {Repetition}");
}
