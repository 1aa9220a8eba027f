namespace Atat.Reports.Studies;

/// <summary>What a study says of a claim.</summary>
public enum Verdict
{
    /// <summary>A run is missing, or the study has none of the claim's classes.</summary>
    NotMeasured = 0,

    /// <summary>An interval reaches both into and out of what the claim allows.</summary>
    Undecided = 1,

    /// <summary>All intervals lie within what the claim allows.</summary>
    Holds = 2,

    /// <summary>An interval lies outside of it.</summary>
    DoesNotHold = 3,
}
