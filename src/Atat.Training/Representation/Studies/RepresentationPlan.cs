using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Training.Representation.Studies;

/// <summary>What a representation study is to train.</summary>
public sealed record RepresentationPlan
{
    /// <summary>Names of synthetic data sets, paths of catalogs.</summary>
    public required ImmutableArray<string> Datasets { get; init; }

    /// <summary>Experiments: <c>decoder</c>, <c>encoder</c>, <c>loss</c>.</summary>
    public required ImmutableArray<string> Vary { get; init; }

    /// <summary>Names of the rows to train, whole or their first parts: <c>mha.mlp</c> is two rows, without and with an estimate of the variance. All rows if empty.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];

    /// <summary>Repetitions of every row.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>Settings of every run, but for data set, parts, loss and seed.</summary>
    public RepresentationConfig Settings { get; init; } = new();

    /// <summary>All runs, the first repetition of every row before the second of any, each once though several experiments may have it.</summary>
    /// <exception cref="InputException">There is no such experiment, or no such row.</exception>
    public ImmutableArray<RepresentationJob> Jobs()
    {
        RepresentationJob[] all =
        [
            .. (from repetition in Enumerable.Range(0, Runs)
                from dataset in Datasets
                from vary in Vary
                from variant in RepresentationRows.Of(vary, HasVariances(dataset))
                select new RepresentationJob(dataset, variant, repetition)).Distinct(),
        ];
        return Rows.FirstOrDefault(row => !all.Any(job => job.Variant.IsNamed(row))) is { } unknown
            ? throw new InputException($"There is no row '{unknown}' in {string.Join(", ", Vary)}; there are {string.Join(", ", all.Select(job => job.Variant.Key).Distinct())}.")
            : [.. all.Where(job => Rows.IsEmpty || Rows.Any(job.Variant.IsNamed))];
    }

    /// <summary>The configuration of a run.</summary>
    public RepresentationConfig Config(RepresentationJob job) => job.Variant.In(Settings with { Dataset = job.Dataset, Seed = job.Repetition });

    // Every catalog has errors; no synthetic set has.
    private static bool HasVariances(string dataset) => !Data.RepresentationDatasets.IsSynthetic(dataset);
}
