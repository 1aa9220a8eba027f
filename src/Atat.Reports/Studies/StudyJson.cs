using System.Text.Json.Nodes;
using Atat.Metrics;
using static Atat.Reports.Exports.JsonNodes;

namespace Atat.Reports.Studies;

/// <summary><c>summary.json</c>: a study for programs. Names are stable within a format number; undefined values are null.</summary>
internal static class StudyJson
{
    private const int Format = 1;

    public static string Write(ChapterFourSummary summary, StudyTimes times, StudyContext context) => Text(new JsonObject
    {
        ["format"] = Format,
        ["catalog"] = context.Catalog,
        ["data_hash"] = context.CatalogHash,
        ["command"] = context.Command,
        ["program_version"] = context.ProgramVersion,
        ["date"] = context.Date?.ToString("O"),
        ["bootstrap"] = new JsonObject { ["seed"] = summary.Options.Seed, ["resamples"] = summary.Options.Resamples, ["stratified"] = summary.Options.Stratified, ["level"] = 0.95 },
        ["classes"] = Array(summary.Classes, name => name),
        ["objects"] = Array(context.Classes, c => new JsonObject { ["class"] = c.Name, ["training"] = c.Training, ["test"] = c.Test }),
        ["days"] = Array(summary.Days, day => day),
        ["variants"] = Array(summary.Variants, Variant),
        ["missing"] = Array(summary.Missing, variant => variant.Key),
        ["hypothesis"] = new JsonObject
        {
            ["conclusion"] = summary.Hypothesis.Conclusion,
            ["comparisons"] = Array(summary.Hypothesis.Rows, Row),
        },
        ["claims"] = Array(summary.Claims, Claim),
        ["ablations"] = Array(summary.Ablations, row => Merge(new JsonObject { ["variant"] = row.Variant.Key }, Contrast(row.Contrast))),
        ["times"] = new JsonObject
        {
            ["machine_rate"] = Number(times.MachineRate),
            ["steps"] = Array(times.Steps, step => new JsonObject { ["step"] = step.Step, ["key"] = step.Key, ["milliseconds"] = Number(step.Milliseconds), ["matrix_share"] = Number(step.MatrixShare) }),
        },
        ["notes"] = Array(summary.Notes, note => note),
    });

    private static JsonObject Variant(VariantSummary v) => new()
    {
        ["key"] = v.Variant.Key,
        ["title"] = v.Variant.Title,
        ["panel"] = v.Variant.Panel.ToString(),
        ["headline"] = v.Variant.Headline,
        ["runs"] = Array(v.Runs, run => new JsonObject
        {
            ["fold"] = run.Fold,
            ["validation_macro_f1"] = Number(run.ValidationMacroF1),
            ["objects_seen"] = run.ObjectsSeen,
            ["training_objects"] = run.TrainingObjects,
            ["training_seconds"] = Number(run.TrainingSeconds),
            ["still_improving"] = run.StillImproving,
        }),
        ["days"] = Array(v.Days, day => new JsonObject
        {
            ["day"] = day.Day,
            ["objects"] = day.Objects,
            ["folds"] = Array(day.Folds, fold => fold),
            ["fold_macro_f1"] = Array(day.FoldMacroF1, f1 => f1),
            ["accuracy"] = Score(day.Accuracy),
            ["macro"] = Scores(day.Macro),
            ["classes"] = Array(day.Classes, Scores),
        }),
    };

    private static JsonObject Scores(ClassStudyScores c) => new()
    {
        ["name"] = c.Name,
        ["precision"] = Score(c.Precision),
        ["recall"] = Score(c.Recall),
        ["f1"] = Score(c.F1),
    };

    private static JsonObject Score(StudyScore score) => new()
    {
        ["mean"] = Number(score.Mean),
        ["deviation"] = Number(score.Deviation),
        ["low"] = Number(score.Low),
        ["high"] = Number(score.High),
    };

    private static JsonObject Row(HypothesisRow row) => Merge(
        new JsonObject
        {
            ["first"] = row.First,
            ["second"] = row.Second,
            ["both_against_one"] = row.BothAgainstOne,
            ["p_corrected"] = Number(row.AdjustedPValue),
            ["finding"] = HypothesisTable.Words(row.Finding),
        },
        row.Contrast is { } contrast ? Contrast(contrast) : new JsonObject { ["day"] = row.Day });

    private static JsonObject Claim(ClaimResult result) => new()
    {
        ["claim"] = result.Claim.Text,
        ["section"] = result.Claim.Section,
        ["first"] = result.Claim.First,
        ["second"] = result.Claim.Second,
        ["relative"] = result.Claim.Relative,
        ["above"] = Number(result.Claim.Above),
        ["below"] = Number(result.Claim.Below),
        ["verdict"] = ClaimTable.Words(result.Verdict),
        ["parts"] = Array(result.Parts, part => new JsonObject
        {
            ["day"] = part.Day,
            ["class"] = part.Class.Length > 0 ? part.Class : null,
            ["difference"] = Interval(part.Difference),
            ["verdict"] = ClaimTable.Words(part.Verdict),
        }),
    };

    private static JsonObject Contrast(Contrast contrast) => new()
    {
        ["day"] = contrast.Day,
        ["folds"] = Array(contrast.Folds, fold => fold),
        ["objects"] = contrast.Objects,
        ["first_macro_f1"] = Number(contrast.First),
        ["second_macro_f1"] = Number(contrast.Second),
        ["macro_f1"] = Difference(contrast.MacroF1),
        ["fold_macro_f1"] = Array(contrast.FoldMacroF1, difference => difference),
        ["class_f1"] = Array(contrast.ClassF1, difference => Difference(difference)),
    };

    private static JsonObject Difference(PairedDifference difference) => Merge(Interval(difference.Difference), new JsonObject { ["p"] = Number(difference.PValue) });

    private static JsonObject Merge(JsonObject into, JsonObject other)
    {
        foreach (var (name, value) in other.ToArray())
        {
            other.Remove(name);
            into[name] = value;
        }

        return into;
    }
}
