using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Reports.Representation;

/// <summary>What a representation study found; the one object that every table is made from.</summary>
internal sealed record RepresentationSummary
{
    /// <summary>All runs, in the order given.</summary>
    public required ImmutableArray<RepresentationRun> Runs { get; init; }

    /// <summary>Experiments that have a run.</summary>
    public required ImmutableArray<RepresentationExperiment> Experiments { get; init; }

    /// <summary>What the thesis says, and what this study says of it.</summary>
    public required ImmutableArray<RepresentationFinding> Findings { get; init; }

    /// <summary>What a reader should know before trusting the numbers, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Experiments of a kind.</summary>
    public IEnumerable<RepresentationExperiment> Of(ExperimentKind kind) => Experiments.Where(experiment => experiment.Kind == kind);

    /// <summary>Puts runs in their rows and tries the findings.</summary>
    /// <exception cref="InputException">A network and loss has a repetition twice.</exception>
    public static RepresentationSummary Of(IReadOnlyCollection<RepresentationRun> runs, RepresentationContext context)
    {
        var twice = runs.CountBy(run => (run.Dataset, run.Encoder, run.PreEncoder, run.Decoder, run.PostDecoder, run.Loss, run.Repetition)).FirstOrDefault(count => count.Value > 1);
        if (twice.Value > 1)
        {
            throw new InputException(FormattableString.Invariant($"{twice.Key.Dataset}: repetition {twice.Key.Repetition} of encoder {twice.Key.Encoder}, pre-encoder {twice.Key.PreEncoder}, decoder {twice.Key.Decoder}, post-decoder {twice.Key.PostDecoder}, loss {twice.Key.Loss} stands twice; keep one of the two runs."));
        }

        var experiments = RepresentationExperiment.Of(runs);
        return new RepresentationSummary
        {
            Runs = [.. runs],
            Experiments = experiments,
            Findings = RepresentationFindings.Of(experiments, context.Title),
            Notes = [.. RepresentationNotes.Of(experiments, runs, context)],
        };
    }
}
