namespace Atat.Forests;

/// <summary>Progress of a part, told as that of the whole.</summary>
/// <param name="whole">Told.</param>
/// <param name="before">Share of the whole that is done before the part.</param>
/// <param name="share">Share of the whole that the part is.</param>
internal sealed class PartialProgress(IProgress<double> whole, double before, double share) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => whole.Report(before + (share * value));
}
