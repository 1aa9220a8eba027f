using System.Collections.Immutable;

namespace Atat.Reports.Representation;

/// <summary>A score of a run, in percent (thesis section 3.3.3).</summary>
/// <param name="Key">Its name in files.</param>
/// <param name="Title">Its name in tables.</param>
/// <param name="Of">Its value of a run, a share of 0 to 1.</param>
internal sealed record RepresentationMetric(string Key, string Title, Func<RepresentationRun, double> Of)
{
    public static readonly RepresentationMetric Reconstruction = new("mean_squared_error", "MSE", run => run.Scores.MeanSquaredError);
    public static readonly RepresentationMetric Linear = new("accuracy_linear", "Acc-Linear", run => run.Scores.AccuracyLinear);
    public static readonly RepresentationMetric OnlineLinear = new("accuracy_online_linear", "Acc-On-Linear", run => run.Scores.AccuracyOnlineLinear);
    public static readonly RepresentationMetric NonLinear = new("accuracy_mlp", "Acc-MLP", run => run.Scores.AccuracyPerceptron);
    public static readonly RepresentationMetric OnlineNonLinear = new("accuracy_online_mlp", "Acc-On-MLP", run => run.Scores.AccuracyOnlinePerceptron);
    public static readonly RepresentationMetric Neighbours = new("accuracy_knn", "kNN", run => run.Scores.AccuracyNeighbours);
    public static readonly RepresentationMetric FineTuned = new("accuracy_fine_tuned", "fine-tuned", run => run.Scores.AccuracyFineTuned);

    /// <summary>Those of the tables of decoders and encoders, in their order.</summary>
    public static ImmutableArray<RepresentationMetric> OfTables { get; } = [Reconstruction, Linear, OnlineLinear, NonLinear, OnlineNonLinear, Neighbours];

    /// <summary>All.</summary>
    public static ImmutableArray<RepresentationMetric> All { get; } = [.. OfTables, FineTuned];

    /// <summary>Whether less is better.</summary>
    public bool LessIsBetter => this == Reconstruction;

    /// <summary>The score over runs, in percent.</summary>
    public MeanScore Over(IEnumerable<RepresentationRun> runs) => MeanScore.Of(runs.Select(run => 100 * Of(run)));
}
