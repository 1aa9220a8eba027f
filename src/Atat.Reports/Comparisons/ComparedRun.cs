using Atat.Formats.Predictions;

namespace Atat.Reports.Comparisons;

/// <summary>An evaluated run to compare with others.</summary>
public sealed record ComparedRun
{
    /// <summary>Name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>What it predicts of the objects it was evaluated on.</summary>
    public required PredictionTable Predictions { get; init; }

    /// <summary>Its settings by their full keys, as <c>window.mta</c>, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Configuration { get; init; }

    /// <summary>Hash of the data it was trained on; may be left out.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>Objects trained on; 0 where not known.</summary>
    public int TrainingObjects { get; init; }

    /// <summary>Seconds of training.</summary>
    public double TrainingSeconds { get; init; }
}
