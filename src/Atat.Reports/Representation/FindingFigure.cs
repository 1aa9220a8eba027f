namespace Atat.Reports.Representation;

/// <summary>A figure that a finding rests on, and how far it may be off.</summary>
/// <param name="Estimate">The figure; NaN where not measured.</param>
/// <param name="Low">Two standard errors below it, or the least with one row left out; a single run adds no error, as its own is unknown.</param>
/// <param name="High">The same above.</param>
/// <param name="Text">The scores that it comes from.</param>
/// <param name="IsComplete">Whether all rows that it needs are measured.</param>
/// <param name="IsOfSingleRuns">Whether a score that it comes from is of a single run, so that it is not known how far it may be off.</param>
internal readonly record struct FindingFigure(double Estimate, double Low, double High, string Text, bool IsComplete, bool IsOfSingleRuns)
{
    private const double Errors = 2;

    /// <summary>A figure that is not measured.</summary>
    public static FindingFigure None { get; } = new(double.NaN, double.NaN, double.NaN, "", false, false);

    /// <summary>A score itself.</summary>
    public static FindingFigure Of(MeanScore score, string text, bool isComplete = true) => Of(score.Mean, score.ErrorVariance, text, isComplete, score.Runs == 1);

    /// <summary>How much higher a score is than another.</summary>
    public static FindingFigure Difference(MeanScore from, MeanScore to, string text, bool isComplete = true) =>
        Of(to.Mean - from.Mean, from.ErrorVariance + to.ErrorVariance, text, isComplete, from.Runs == 1 || to.Runs == 1);

    private static FindingFigure Of(double estimate, double errorVariance, string text, bool isComplete, bool isOfSingleRuns)
    {
        var margin = Errors * Math.Sqrt(errorVariance);
        return double.IsNaN(estimate) ? None : new(estimate, estimate - margin, estimate + margin, text, isComplete, isOfSingleRuns);
    }
}
