using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atat.LightCurves;
using Atat.Metrics;
using static Atat.Reports.Exports.JsonNodes;

namespace Atat.Reports.Exports;

/// <summary><c>metrics.json</c>: the whole summary for programs. Names are stable within a format number; undefined values are null.</summary>
public static class MetricsJson
{
    /// <summary>Number of the format; grows when a name changes its meaning or goes.</summary>
    public const int Format = 1;

    /// <summary>The summary as JSON text.</summary>
    public static string Write(EvaluationSummary summary) => Text(new JsonObject
    {
        ["format"] = Format,
        ["objects"] = summary.Objects,
        ["left_out"] = new JsonObject
        {
            ["unlabelled"] = summary.Unlabelled,
            ["unknown_labels"] = new JsonObject(summary.UnknownLabels.Select(u => KeyValuePair.Create<string, JsonNode?>(u.Label, u.Objects))),
        },
        ["bootstrap"] = new JsonObject
        {
            ["seed"] = summary.Options.Seed,
            ["resamples"] = summary.Options.Resamples,
            ["stratified"] = summary.Options.Stratified,
            ["level"] = 0.95,
        },
        ["classes"] = Array(summary.Classes, name => name),
        ["days"] = Array(summary.Days, day => new JsonObject
        {
            ["day"] = day.Day,
            ["objects"] = day.Objects,
            ["macro_f1"] = Interval(day.MacroF1),
            ["accuracy"] = Interval(day.Accuracy),
        }),
        ["evaluations"] = Array(summary.Details, Evaluation),
        ["notes"] = Array(summary.Notes, note => note),
    });

    /// <summary>Reads the scores by day of a <c>metrics.json</c>, to draw them beside another run's.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read, or is no metrics.json of this format.</exception>
    public static ImmutableArray<DayScores> ReadDays(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.GetProperty("format").GetInt32() == Format
                ? [.. root.GetProperty("days").EnumerateArray().Select(Day)]
                : throw new InputException($"{path}: format {root.GetProperty("format")}, but this version reads {Format}; evaluate the run again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InputException($"{path}: cannot be read as metrics.json: {e.Message.ReplaceLineEndings(" ")} Evaluate the run again.", e);
        }
    }

    private static DayScores Day(JsonElement day) => new(
        day.GetProperty("day").GetDouble(),
        day.GetProperty("objects").GetInt32(),
        ReadInterval(day.GetProperty("macro_f1")),
        ReadInterval(day.GetProperty("accuracy")));

    private static JsonObject Evaluation(DayEvaluation day) => new()
    {
        ["day"] = day.Day,
        ["objects"] = day.Objects,
        ["macro_f1"] = Interval(day.MacroF1),
        ["macro_precision"] = Interval(day.MacroPrecision),
        ["macro_recall"] = Interval(day.MacroRecall),
        ["weighted_f1"] = Number(day.Confusion.Weighted.F1),
        ["accuracy"] = Interval(day.Accuracy),
        ["macro_auc"] = Interval(day.MacroAuc),
        ["log_loss"] = Interval(day.LogLoss),
        ["brier"] = Interval(day.Brier),
        ["expected_calibration_error"] = Number(day.Reliability.ExpectedError),
        ["maximum_calibration_error"] = Number(day.Reliability.MaximumError),
        ["classes"] = Array(day.Classes, Class),
        ["confusion"] = Array(
            Enumerable.Range(0, day.Confusion.ClassCount),
            truth => Array(Enumerable.Range(0, day.Confusion.ClassCount), predicted => day.Confusion[truth, predicted])),
        ["reliability"] = Array(day.Reliability.Bins, bin => new JsonObject
        {
            ["low"] = bin.Low,
            ["high"] = bin.High,
            ["count"] = bin.Count,
            ["accuracy"] = bin.Count == 0 ? null : bin.Accuracy,
            ["confidence"] = bin.Count == 0 ? null : bin.Confidence,
        }),
        ["confusions"] = Array(day.Confusions, pair => new JsonObject
        {
            ["truth"] = pair.Truth,
            ["predicted"] = pair.Predicted,
            ["count"] = pair.Count,
            ["share"] = pair.Share,
            ["examples"] = Array(pair.Examples, example => example.Id),
        }),
    };

    private static JsonObject Class(ClassEvaluation c) => new()
    {
        ["name"] = c.Name,
        ["support"] = c.Scores.Support,
        ["predicted"] = c.Predicted,
        ["precision"] = c.Scores.Precision,
        ["recall"] = c.Scores.Recall,
        ["f1"] = Interval(c.F1),
        ["one_vs_rest_accuracy"] = c.OneVersusRestAccuracy,
        ["binary_accuracy"] = c.BinaryAccuracy,
        ["auc"] = Interval(c.Auc),
        ["average_precision"] = Number(c.AveragePrecision),
    };

    private static Interval ReadInterval(JsonElement interval) => new(
        ReadNumber(interval.GetProperty("estimate")),
        ReadNumber(interval.GetProperty("low")),
        ReadNumber(interval.GetProperty("high")));

    private static double ReadNumber(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();
}
