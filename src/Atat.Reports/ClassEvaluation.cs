using Atat.Metrics;

namespace Atat.Reports;

/// <summary>One class at one day.</summary>
public sealed record ClassEvaluation
{
    /// <summary>Name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>Precision, recall, F1 and support.</summary>
    public required ClassScores Scores { get; init; }

    /// <summary>Objects given this class.</summary>
    public required long Predicted { get; init; }

    /// <summary>F1 with its interval; NaN ends where the class has no support.</summary>
    public required Interval F1 { get; init; }

    /// <summary>Accuracy of "this class or another", an object being given its most probable class.</summary>
    public required double OneVersusRestAccuracy { get; init; }

    /// <summary>Accuracy of "this class or another", an object being given this class where its probability is at least a half.</summary>
    public required double BinaryAccuracy { get; init; }

    /// <summary>Area under the one-vs-rest ROC curve; NaN where the class has no support, or all of it.</summary>
    public required Interval Auc { get; init; }

    /// <summary>Average precision of the class's probability; NaN where the class has no support.</summary>
    public required double AveragePrecision { get; init; }

    /// <summary>One-vs-rest ROC curve; null where the area is undefined.</summary>
    public required RocCurve? Roc { get; init; }
}
