namespace Atat.Reports.Pages;

/// <summary>The HTML report of an evaluation.</summary>
internal static class ReportPage
{
    public static string Render(EvaluationSummary summary, ReportContext context)
    {
        var svg = new InlineSvg();
        return PageShell.Render($"{context.RunName}: evaluation", HeaderSection.Render(summary, context),
        [
            new("days", "Early classification", DaysSection.Render(summary, context, svg)),
            new("classes", "Classes", ClassesSection.Render(summary)),
            new("confusion", "Confusion", ConfusionSection.Render(summary, context)),
            new("examples", "Strongest confusions", ExamplesSection.Render(summary, context, svg)),
            new("probabilities", "Probabilities", ProbabilitiesSection.Render(summary, svg)),
            new("training", "Training", TrainingSection.Render(context, svg)),
            new("configuration", "Configuration", ConfigurationSection.Render(summary, context)),
        ]);
    }
}
