using System.Text.Json.Nodes;
using Atat.Metrics;
using static Atat.Reports.Exports.JsonNodes;

namespace Atat.Reports.Comparisons;

/// <summary>A comparison for programs. Names are stable within a format number; undefined values are null.</summary>
public static class ComparisonJson
{
    private const int Format = 1;

    /// <summary>The comparison as JSON text.</summary>
    public static string Write(ComparisonSummary summary) => Text(new JsonObject
    {
        ["format"] = Format,
        ["objects"] = summary.Objects,
        ["bootstrap"] = new JsonObject { ["seed"] = summary.Options.Seed, ["resamples"] = summary.Options.Resamples, ["stratified"] = summary.Options.Stratified, ["level"] = 0.95 },
        ["classes"] = Array(summary.Classes, name => name),
        ["runs"] = Array(summary.Runs, Run),
        ["configuration"] = new JsonObject(summary.Configuration.Select(setting => KeyValuePair.Create<string, JsonNode?>(setting.Key, Array(setting.Values, value => value)))),
        ["notes"] = Array(summary.Notes, note => note),
    });

    private static JsonObject Run(ComparedScores run) => new()
    {
        ["name"] = run.Run.Name,
        ["evaluated"] = run.Evaluated,
        ["days"] = Array(run.Summary.Days, day => new JsonObject { ["day"] = day.Day, ["macro_f1"] = Interval(day.MacroF1), ["accuracy"] = Interval(day.Accuracy) }),
        ["against_first"] = Array(run.AgainstFirst, day => new JsonObject
        {
            ["day"] = day.Day,
            ["macro_f1"] = Difference(day.MacroF1),
            ["accuracy"] = Difference(day.Accuracy),
            ["mcnemar"] = new JsonObject { ["only_run_right"] = day.McNemar.OnlyFirst, ["only_first_right"] = day.McNemar.OnlySecond, ["p"] = Number(day.McNemar.PValue) },
        }),
        ["classes"] = Array(run.Classes, c => new JsonObject
        {
            ["day"] = c.Day,
            ["class"] = c.Class,
            ["f1"] = Number(c.F1),
            ["first_f1"] = Number(c.FirstF1),
            ["difference"] = Interval(c.Difference),
            ["p_corrected"] = Number(c.AdjustedPValue),
            ["significant"] = c.IsSignificant,
        }),
    };

    private static JsonObject Difference(PairedDifference difference)
    {
        var node = Interval(difference.Difference);
        node["p"] = Number(difference.PValue);
        return node;
    }
}
