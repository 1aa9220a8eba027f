using System.Collections.Immutable;

namespace Atat.Reports.Representation;

/// <summary>An experiment of thesis section 3.4 on a data set.</summary>
/// <param name="Kind">What it varies.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="VarianceLoss">Loss of the networks that estimate the variance.</param>
/// <param name="Rows">All its rows, measured or not.</param>
internal sealed record RepresentationExperiment(ExperimentKind Kind, string Dataset, string VarianceLoss, ImmutableArray<RepresentationRow> Rows)
{
    /// <summary>The experiments that runs belong to, by kind and then in the thesis's order of data sets.</summary>
    public static ImmutableArray<RepresentationExperiment> Of(IReadOnlyCollection<RepresentationRun> runs)
    {
        var experiments =
            from kind in Enum.GetValues<ExperimentKind>()
            from dataset in RepresentationNames.Ordered(runs.Select(run => run.Dataset))
            select Of(kind, dataset, [.. runs.Where(run => run.Dataset == dataset)]);
        return [.. experiments.Where(experiment => experiment.IsMade)];
    }

    // The network that all experiments share does not make one of its own.
    private bool IsMade => Kind switch
    {
        ExperimentKind.Decoders => Rows.Any(row => !row.Runs.IsEmpty),
        ExperimentKind.Encoders => Rows.Any(row => row.Place > 0 && !row.Runs.IsEmpty),
        _ => VarianceLoss == RepresentationNames.CrossEntropy && Rows.Count(row => !row.Runs.IsEmpty) > 1,
    };

    private static RepresentationExperiment Of(ExperimentKind kind, string dataset, RepresentationRun[] runs)
    {
        // The cross-entropy needs observed errors; where they are it is the thesis's loss.
        var variance = runs.Any(run => run.Loss == RepresentationNames.CrossEntropy) ? RepresentationNames.CrossEntropy : RepresentationNames.Likelihood;
        return new(kind, dataset, variance, [.. RepresentationRows.Of(kind, dataset, variance).Select(row => row.With(runs))]);
    }
}
