using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>Training curves.</summary>
internal static class TrainingSection
{
    public static Markup Render(ReportContext context, InlineSvg svg) => context.Training.IsEmpty ? Markup.Empty : Html.Of($"""
        <div class="row">
        <figure>{svg.Of(TrainingFigure.Loss(context.Training))}</figure>
        <figure>{svg.Of(TrainingFigure.MacroF1(context.Training))}</figure>
        </div>
        """);
}
