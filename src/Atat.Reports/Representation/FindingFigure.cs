namespace Atat.Reports.Representation;

/// <summary>A figure that a finding rests on, and how far it may be off.</summary>
/// <param name="Estimate">The figure; NaN where not measured.</param>
/// <param name="Low">Two standard errors below it, or the least with one row left out; the figure itself where single runs leave the error unknown.</param>
/// <param name="High">The same above.</param>
/// <param name="Text">The scores that it comes from.</param>
/// <param name="IsComplete">Whether all rows that it needs are measured.</param>
internal readonly record struct FindingFigure(double Estimate, double Low, double High, string Text, bool IsComplete)
{
    private const double Errors = 2;

    /// <summary>A figure that is not measured.</summary>
    public static FindingFigure None { get; } = new(double.NaN, double.NaN, double.NaN, "", false);

    /// <summary>Whether it is known how far it may be off.</summary>
    public bool HasRange => High > Low;

    /// <summary>An estimate with the variance of its error.</summary>
    public static FindingFigure Of(double estimate, double errorVariance, string text, bool isComplete = true)
    {
        var margin = Errors * Math.Sqrt(errorVariance);
        return double.IsNaN(estimate) ? None : new(estimate, estimate - margin, estimate + margin, text, isComplete);
    }
}
