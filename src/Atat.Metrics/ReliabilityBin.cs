namespace Atat.Metrics;

/// <summary>Objects whose confidence (largest probability) lies in (<paramref name="Low"/>, <paramref name="High"/>].</summary>
/// <param name="Low">Lower edge, exclusive (the first bin also holds 0).</param>
/// <param name="High">Upper edge, inclusive.</param>
/// <param name="Count">Objects in the bin.</param>
/// <param name="Accuracy">Share of them classified rightly; 0 in an empty bin.</param>
/// <param name="Confidence">Their mean confidence; 0 in an empty bin.</param>
public readonly record struct ReliabilityBin(double Low, double High, int Count, double Accuracy, double Confidence)
{
    /// <summary>Distance between what was promised and what was kept.</summary>
    public double Gap => Math.Abs(Accuracy - Confidence);
}
