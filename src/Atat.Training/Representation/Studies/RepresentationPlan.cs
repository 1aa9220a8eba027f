using System.Collections.Immutable;

namespace Atat.Training.Representation.Studies;

/// <summary>What a representation study is to train.</summary>
public sealed record RepresentationPlan
{
    /// <summary>Names of synthetic data sets, paths of catalogs.</summary>
    public required ImmutableArray<string> Datasets { get; init; }

    /// <summary>Experiments: <c>decoder</c>, <c>encoder</c>, <c>loss</c>.</summary>
    public required ImmutableArray<string> Vary { get; init; }

    /// <summary>Repetitions of every row.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>Settings of every run, but for data set, parts, loss and seed.</summary>
    public RepresentationConfig Settings { get; init; } = new();

    /// <summary>All runs, the first repetition of every row before the second of any, each once though several experiments may have it.</summary>
    public ImmutableArray<RepresentationJob> Jobs() =>
    [
        .. (from repetition in Enumerable.Range(0, Runs)
            from dataset in Datasets
            from vary in Vary
            from variant in RepresentationRows.Of(vary, HasVariances(dataset))
            select new RepresentationJob(dataset, variant, repetition)).Distinct(),
    ];

    /// <summary>The configuration of a run.</summary>
    public RepresentationConfig Config(RepresentationJob job) => job.Variant.In(Settings with { Dataset = job.Dataset, Seed = job.Repetition });

    // Every catalog has errors; no synthetic set has.
    private static bool HasVariances(string dataset) => !Data.RepresentationDatasets.IsSynthetic(dataset);
}
