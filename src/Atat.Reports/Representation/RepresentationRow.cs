using System.Collections.Immutable;

namespace Atat.Reports.Representation;

/// <summary>A row of an experiment: a network and a loss with their runs.</summary>
internal sealed record RepresentationRow
{
    /// <summary>Data set, as in the runs.</summary>
    public required string Dataset { get; init; }

    /// <summary>The experiment that it is a row of.</summary>
    public required ExperimentKind Kind { get; init; }

    /// <summary>0-based place in the experiment.</summary>
    public required int Place { get; init; }

    /// <summary>Encoder.</summary>
    public string Encoder { get; init; } = RepresentationNames.Attention;

    /// <summary>Pre-encoder.</summary>
    public string PreEncoder { get; init; } = RepresentationNames.None;

    /// <summary>Decoder.</summary>
    public string Decoder { get; init; } = RepresentationNames.Perceptron;

    /// <summary>Post-decoder.</summary>
    public string PostDecoder { get; init; } = RepresentationNames.None;

    /// <summary>Loss.</summary>
    public required string Loss { get; init; }

    /// <summary>Its runs by repetition; may be empty.</summary>
    public ImmutableArray<RepresentationRun> Runs { get; init; } = [];

    /// <summary>Whether the decoder estimates the variance.</summary>
    public bool Variance => Loss != RepresentationNames.SquaredError;

    /// <summary>What the row is in its experiment: the decoder, the encoder or the loss.</summary>
    public string Title => Kind switch
    {
        ExperimentKind.Decoders => RepresentationNames.Pair(Decoder, PostDecoder),
        ExperimentKind.Encoders => RepresentationNames.Pair(Encoder, PreEncoder),
        _ => RepresentationNames.Title(Loss),
    };

    /// <summary>Runs whose training came to the limit of passes.</summary>
    public int AtLimit => Runs.Count(run => !run.Scores.StoppedEarly);

    /// <summary>A score over the runs, in percent.</summary>
    public MeanScore Score(RepresentationMetric metric) => metric.Over(Runs);

    /// <summary>The thesis's figure of the same row.</summary>
    public MeanScore Thesis(RepresentationMetric metric) => ThesisRepresentation.Score(Kind, Dataset, Place, metric);

    /// <summary>The row with those of the runs that are of its network and loss.</summary>
    public RepresentationRow With(IEnumerable<RepresentationRun> runs) => this with
    {
        Runs = [.. runs.Where(IsOf).OrderBy(run => run.Repetition)],
    };

    private bool IsOf(RepresentationRun run) =>
        (run.Dataset, run.Encoder, run.PreEncoder, run.Decoder, run.PostDecoder, run.Loss) == (Dataset, Encoder, PreEncoder, Decoder, PostDecoder, Loss);
}
