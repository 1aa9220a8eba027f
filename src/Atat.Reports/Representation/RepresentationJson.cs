using System.Text.Json.Nodes;
using Atat.Reports.Studies;
using static Atat.Reports.Exports.JsonNodes;

namespace Atat.Reports.Representation;

/// <summary><c>summary.json</c>: a representation study for programs. Names are stable within a format number; undefined values are null, scores are percent.</summary>
internal static class RepresentationJson
{
    private const int Format = 1;

    /// <summary>The file's text.</summary>
    public static string Write(RepresentationSummary summary, RepresentationContext context) => Text(new JsonObject
    {
        ["format"] = Format,
        ["command"] = context.Command,
        ["program_version"] = context.ProgramVersion,
        ["date"] = context.Date?.ToString("O"),
        ["data"] = Array(context.Data, data => new JsonObject
        {
            ["name"] = data.Name,
            ["title"] = data.Title,
            ["description"] = data.Description,
            ["classes"] = Array(data.Classes, c => new JsonObject { ["class"] = c.Name, ["training"] = c.Training, ["test"] = c.Test }),
        }),
        ["runs"] = summary.Runs.Length,
        ["experiments"] = Array(summary.Experiments, experiment => new JsonObject
        {
            ["varies"] = experiment.Kind.ToString(),
            ["dataset"] = experiment.Dataset,
            ["variance_loss"] = experiment.VarianceLoss,
            ["thesis_table"] = ThesisRepresentation.Table(experiment.Kind, experiment.Dataset) is { Length: > 0 } table ? table : null,
            ["rows"] = Array(experiment.Rows, Row),
        }),
        ["findings"] = Array(summary.Findings, finding => new JsonObject
        {
            ["finding"] = finding.Letter.ToString(),
            ["text"] = finding.Text,
            ["source"] = finding.Source,
            ["verdict"] = ClaimTable.Words(finding.Verdict),
            ["comparisons"] = Array(finding.Parts, Part),
        }),
        ["notes"] = Array(summary.Notes, note => note),
    });

    private static JsonObject Row(RepresentationRow row) => new()
    {
        ["encoder"] = row.Encoder,
        ["pre_encoder"] = row.PreEncoder,
        ["decoder"] = row.Decoder,
        ["post_decoder"] = row.PostDecoder,
        ["loss"] = row.Loss,
        ["runs"] = row.Runs.Length,
        ["runs_at_limit"] = row.AtLimit,
        ["scores"] = Scores(row.Score),
        ["thesis"] = Scores(row.Thesis),
    };

    private static JsonObject Scores(Func<RepresentationMetric, MeanScore> scoreOf) => new(
        from metric in RepresentationMetric.All
        let score = scoreOf(metric)
        where score.IsMeasured
        select KeyValuePair.Create<string, JsonNode?>(metric.Key, new JsonObject { ["mean"] = Number(score.Mean), ["deviation"] = Number(score.Deviation), ["runs"] = score.Runs }));

    private static JsonObject Part(FindingPart part) => new()
    {
        ["of"] = part.Where,
        ["above"] = Number(part.Above),
        ["below"] = Number(part.Below),
        ["here"] = Figure(part.Here),
        ["thesis"] = Figure(part.Thesis),
        ["verdict"] = ClaimTable.Words(part.Verdict),
        ["single_runs"] = part.Here.IsOfSingleRuns,
    };

    private static JsonObject Figure(FindingFigure figure) => new()
    {
        ["estimate"] = Number(figure.Estimate),
        ["low"] = Number(figure.Low),
        ["high"] = Number(figure.High),
        ["scores"] = figure.Text,
        ["complete"] = figure.IsComplete,
    };
}
