using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.LightCurves.Summaries;
using Atat.Reports.Studies;
using Atat.Training.Runs;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Turns the finished runs of a study into its report.</summary>
internal static class StudyReport
{
    // A best score in the last part of a training, whose evaluations differ by little, is one that training longer may raise.
    private const double LastPart = 0.9;

    /// <summary>The variants as the report draws them.</summary>
    public static ImmutableArray<StudyVariant> Variants(IEnumerable<Variant> variants) =>
        [.. variants.Select(v => new StudyVariant(v.Key, v.Title, PanelOf(v), ChapterFourVariants.Headline.Contains(v.Key)))];

    /// <summary>What is reported: what a plan carries out, and whatever else has a finished run in its folder, in the order of the chapter.</summary>
    public static StudyPlan Plan(StudyPlan plan, StudyFolder folder) => plan with
    {
        Variants = [.. ChapterFourVariants.All.Where(v => plan.Variants.Contains(v) || (plan with { Variants = [v] }).Jobs().Any(folder.IsDone))],
    };

    /// <summary>Reads a finished run.</summary>
    public static StudyRun Read(StudyJob job, RunFolder run)
    {
        var info = run.ReadInfo();
        var metrics = run.ReadMetrics();
        var best = metrics.IsEmpty ? null : metrics.MaxBy(m => m.ValidationMacroF1);
        return new StudyRun
        {
            Variant = job.Variant.Key,
            Fold = job.Fold,
            Predictions = PredictionFile.Read(Path.Combine(run.Evaluation, "predictions.parquet")),
            ValidationMacroF1 = best?.ValidationMacroF1 ?? double.NaN,
            ObjectsSeen = job.Variant.Model == StudyModel.Network ? metrics[^1].Step * run.ReadConfig().Batch.Size : 0,
            TrainingObjects = info.TrainingObjects,
            TrainingSeconds = info.TrainingSeconds * info.Threads,
            StillImproving = job.Variant.Model == StudyModel.Network && best!.Step >= LastPart * metrics[^1].Step,
        };
    }

    /// <summary>Objects of each class in the training and the test part.</summary>
    public static ImmutableArray<StudyClass> Classes(Catalog catalog) =>
        [.. CatalogSummary.Of(catalog).Classes.Where(c => c.Name is not null).Select(c => new StudyClass(c.Name!, c.Train, c.Test))];

    private static StudyPanel PanelOf(Variant variant) =>
        variant.Model != StudyModel.Network ? StudyPanel.Trees
        : ChapterFourVariants.Remedies.Contains(variant) ? StudyPanel.Imbalance
        : ChapterFourVariants.Ablations.Contains(variant) ? StudyPanel.Ablation
        : variant.Inputs is ["lc"] ? StudyPanel.LightCurve
        : variant.Inputs.Contains("lc") ? StudyPanel.Combined
        : StudyPanel.Tabular;
}
