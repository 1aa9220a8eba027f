using System.Collections.Immutable;
using Atat.Reports.Exports;
using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>A representation study's tables for spreadsheets and data frames. Scores of runs are shares, those of rows percent.</summary>
internal static class RepresentationCsv
{
    private static readonly string[] Row = ["encoder", "pre_encoder", "decoder", "post_decoder", "loss"];

    /// <summary>The files: every run, the rows of the experiments with the thesis's figures, and the comparisons of the findings.</summary>
    public static ImmutableArray<(string Name, string Text)> Of(RepresentationSummary summary) =>
        [("runs.csv", Runs(summary.Runs)), ("rows.csv", Rows(summary)), ("findings.csv", Findings(summary.Findings))];

    private static string Runs(IEnumerable<RepresentationRun> runs) => Csv.Format(
        [
            "dataset", .. Row, "repetition", "training_objects", "test_objects", "epochs", "stopped_early", "tolerance", "batch_size", "noise_variance", "parameters", "training_seconds", "threads",
            .. RepresentationMetric.All.Select(metric => metric.Key), "fine_tuned_objects",
        ],
        runs.Select(run => (object[])
        [
            run.Dataset, run.Encoder, run.PreEncoder, run.Decoder, run.PostDecoder, run.Loss, run.Repetition, run.Scores.TrainingObjects, run.Scores.TestObjects, run.Scores.Epochs,
            run.Scores.StoppedEarly ? 1 : 0, run.Tolerance, run.BatchSize, run.NoiseVariance, run.Scores.Parameters, run.Scores.TrainingSeconds, run.Scores.Threads, .. RepresentationMetric.All.Select(object (metric) => metric.Of(run)), run.Scores.FineTunedObjects,
        ]));

    private static string Rows(RepresentationSummary summary) => Csv.Format(
        [
            "experiment", "dataset", .. Row, "runs", "runs_at_limit", "thesis_table",
            .. RepresentationMetric.All.SelectMany(metric => new[] { metric.Key, $"{metric.Key}_deviation", $"thesis_{metric.Key}", $"thesis_{metric.Key}_deviation" }),
        ],
        from experiment in summary.Experiments
        from row in experiment.Rows
        select (object[])
        [
            row.Kind.ToString(), row.Dataset, row.Encoder, row.PreEncoder, row.Decoder, row.PostDecoder, row.Loss, row.Runs.Length, row.AtLimit,
            ThesisRepresentation.Table(row.Kind, row.Dataset), .. RepresentationMetric.All.SelectMany(metric => Values(row, metric)),
        ]);

    private static string Findings(ImmutableArray<RepresentationFinding> findings) => Csv.Format(
        ["finding", "text", "source", "verdict", "of", "above", "below", "estimate", "low", "high", "scores", "thesis_estimate", "thesis_scores", "part_verdict", "single_runs"],
        from finding in findings
        from part in finding.Parts
        select (object[])
        [
            finding.Letter.ToString(), finding.Text, finding.Source, ClaimTable.Words(finding.Verdict), part.Where, part.Above, part.Below,
            part.Here.Estimate, part.Here.Low, part.Here.High, part.Here.Text, part.Thesis.Estimate, part.Thesis.Text, ClaimTable.Words(part.Verdict), part.Here.IsOfSingleRuns ? 1 : 0,
        ]);

    private static IEnumerable<object> Values(RepresentationRow row, RepresentationMetric metric)
    {
        var (here, thesis) = (row.Score(metric), row.Thesis(metric));
        return [here.Mean, here.Deviation, thesis.Mean, thesis.Deviation];
    }
}
