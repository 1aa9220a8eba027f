namespace Atat.Reports.Studies;

/// <summary>How long a step of a classification takes (thesis table 4.2).</summary>
/// <param name="Step">What was measured, as "ATAT (LC + MD + MTA)" or "Feature computation".</param>
/// <param name="Milliseconds">Milliseconds a whole light curve, on one thread.</param>
/// <param name="Key">Key of the variant, or <c>features</c> for their computation, to set the thesis's time beside it; may be left out.</param>
public sealed record StudyTime(string Step, double Milliseconds, string Key = "");
