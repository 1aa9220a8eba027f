using System.Collections.Immutable;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Studies;

/// <summary>Which runs a study consists of, and in which order: what matters most comes first, so that a budget that ends early leaves it done.</summary>
public sealed record StudyPlan
{
    /// <summary>Path of the catalog.</summary>
    public required string Catalog { get; init; }

    /// <summary>Path of the table of features.</summary>
    public required string Features { get; init; }

    /// <summary>Objects that every network sees in training, those seen again counted again.</summary>
    public long Objects { get; init; } = 256_000;

    /// <summary>Folds of the headline variants.</summary>
    public int HeadlineFolds { get; init; } = 5;

    /// <summary>Evaluations of a network on its validation fold.</summary>
    public int Evaluations { get; init; } = 4;

    /// <summary>Settings of every network's configuration, as <c>key=value</c>.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>What is compared.</summary>
    public required ImmutableArray<Variant> Variants { get; init; }

    /// <summary>Variants by their keys.</summary>
    /// <param name="all">Those that there are.</param>
    /// <param name="default">Those chosen without keys.</param>
    /// <param name="keys">Keys; may be empty.</param>
    /// <exception cref="InputException">There is no such variant; names the nearest.</exception>
    public static ImmutableArray<Variant> Choose(ImmutableArray<Variant> all, ImmutableArray<Variant> @default, IReadOnlyCollection<string> keys) => keys.Count == 0 ? @default
        : [.. keys.Select(key => all.FirstOrDefault(v => string.Equals(v.Key, key, StringComparison.Ordinal))
            ?? throw new InputException($"There is no variant '{key}'{NearestName.Hint(key, [.. all.Select(v => v.Key)])}"))];

    /// <summary>All runs: the headline variants with one fold, the others with one fold, then the further folds of the headline variants.</summary>
    public ImmutableArray<StudyJob> Jobs()
    {
        var headline = Variants.Where(v => ChapterFourVariants.Headline.Contains(v.Key)).ToArray();
        return
        [
            .. headline.Concat(Variants.Except(headline)).Select(v => new StudyJob(v, 0)),
            .. Enumerable.Range(1, Math.Max(0, HeadlineFolds - 1)).SelectMany(fold => headline.Select(v => new StudyJob(v, fold))),
        ];
    }

    /// <summary>The configuration of a network's run.</summary>
    /// <exception cref="InputException">A setting does not exist or has a value of the wrong kind.</exception>
    public TrainingConfig Network(StudyJob job)
    {
        var variant = job.Variant;
        var config = ConfigFile.With(
            Presets.Atat with
            {
                Seed = 1 + job.Fold,
                Inputs = [.. variant.Inputs],
                Data = new DataConfig { Catalog = Catalog, Features = variant.ReadsFeatures ? Features : "", ValidationFold = job.Fold }.WithFullPaths(),
                Window = new WindowConfig { Mta = variant.Mta },
            },
            [.. Settings, .. variant.Settings]);
        var steps = Math.Max(1, Objects / config.Batch.Size);
        return config with { Stopping = config.Stopping with { Steps = steps, EvaluateEvery = Math.Max(1, steps / Evaluations), Patience = 0 } };
    }
}
