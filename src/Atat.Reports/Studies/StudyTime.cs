namespace Atat.Reports.Studies;

/// <summary>How long a step of a classification takes (thesis table 4.2).</summary>
/// <param name="Step">What was measured, as "ATAT (LC + MD + MTA)" or "Feature computation".</param>
/// <param name="Milliseconds">Milliseconds a whole light curve, on one thread.</param>
/// <param name="Key">Key of the variant, or <see cref="FeatureComputation"/>, to set the thesis's time beside it; may be left out.</param>
/// <param name="MatrixShare">Operations of a network's matrix products in that time over what the core does in large ones; NaN where there are none.</param>
public sealed record StudyTime(string Step, double Milliseconds, string Key = "", double MatrixShare = double.NaN)
{
    /// <summary>Key of the time that computing features takes; no variant.</summary>
    public const string FeatureComputation = "features";
}
