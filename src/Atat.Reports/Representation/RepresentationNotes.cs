using System.Collections.Immutable;
using static System.FormattableString;

namespace Atat.Reports.Representation;

/// <summary>What a reader should know before trusting a representation study's numbers.</summary>
internal static class RepresentationNotes
{
    // A series of a catalog has mean 0 and variance 1, so that a constant has the error 1.
    private const double NothingLearned = 0.99;

    private const double ThesisNoise = 5;

    private static readonly ImmutableArray<(string Here, string Text)> Others =
    [
        (RepresentationNames.Eros, "stands beside the thesis's MACHO, which are other light curves of another survey"),
        (RepresentationNames.Ztf, "stands beside the thesis's ZTF-DR, of the same survey with other labels"),
    ];

    /// <summary>The notes, those of the context first.</summary>
    public static IEnumerable<string> Of(ImmutableArray<RepresentationExperiment> experiments, IReadOnlyCollection<RepresentationRun> runs, RepresentationContext context)
    {
        foreach (var note in context.Notes)
        {
            yield return note;
        }

        var datasets = runs.Select(run => run.Dataset).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, text) in Others.Where(other => datasets.Contains(other.Here)))
        {
            yield return $"{context.Title(name)} {text}: compare directions, not digits.";
        }

        var limited = runs.Count(run => !run.Scores.StoppedEarly);
        if (limited > 0)
        {
            yield return Invariant($"Training of {limited} of {runs.Count} autoencoders ended at the limit of passes while the error was still falling: their rows have a † and may be below what they can reach.");
        }

        var rows = experiments.SelectMany(experiment => experiment.Rows).ToArray();
        var single = rows.Count(row => row.Runs.Length == 1);
        if (single > 0)
        {
            yield return Invariant($"{single} of {rows.Length} rows of all tables stand on a single run: how far another seed would be is not known. The thesis has five runs a row.");
        }

        var missing = rows.Count(row => row.Runs.IsEmpty);
        if (missing > 0)
        {
            yield return Invariant($"{missing} of {rows.Length} rows of all tables have no run yet; findings that need them are undecided.");
        }

        foreach (var dataset in runs.GroupBy(run => run.Dataset, StringComparer.Ordinal).Where(dataset => dataset.DistinctBy(run => run.Scores.TrainingObjects).Skip(1).Any()))
        {
            yield return Invariant($"The autoencoders of {context.Title(dataset.Key)} were not trained on equally many series ({dataset.Min(run => run.Scores.TrainingObjects):N0} to {dataset.Max(run => run.Scores.TrainingObjects):N0}): their rows compare data as well as networks.");
        }

        RepresentationRun[] constant = [.. runs.Where(run => !RepresentationNames.IsSynthetic(run.Dataset) && run.Scores.MeanSquaredError >= NothingLearned)];
        if (constant.Length > 0)
        {
            var names = string.Join("; ", constant.Select(run => $"{context.Title(run.Dataset)}: {RepresentationNames.Pair(run.Encoder, run.PreEncoder)} to {RepresentationNames.Pair(run.Decoder, run.PostDecoder)}, {run.Loss}, run {run.Repetition}"));
            yield return Invariant($"{constant.Length} of {runs.Count} autoencoders reconstruct their light curves no better than a constant does ({names}): training ended before it had begun; more patience or another seed may help.");
        }

        if (runs.Any(run => run.BatchSize != 256))
        {
            yield return Invariant($"A training step has {string.Join(", ", runs.Select(run => run.BatchSize).Distinct().Order())} series, where the thesis has 256: a first pass needs fewer passes with smaller batches.");
        }

        var tolerant = runs.Count(run => run.Tolerance > 0);
        if (tolerant > 0)
        {
            yield return Invariant($"Training of {tolerant} of {runs.Count} autoencoders ended when the error still fell a little (the share in their column \"ended\"), where the thesis waits until it does not fall at all.");
        }

        foreach (var noise in runs.Where(run => Math.Abs(run.NoiseVariance - ThesisNoise) > 0).GroupBy(run => run.NoiseVariance).OrderBy(group => group.Key))
        {
            yield return Invariant($"The synthetic data of {noise.Count()} of {runs.Count} autoencoders have noise of variance {noise.Key}, where the text of the thesis has {ThesisNoise}.");
        }

        var undefined = runs.Count(run => RepresentationMetric.OfTables.Any(metric => !double.IsFinite(metric.Of(run))));
        if (undefined > 0)
        {
            yield return Invariant($"{undefined} of {runs.Count} runs have a score that is no number, which means leave out.");
        }
    }
}
