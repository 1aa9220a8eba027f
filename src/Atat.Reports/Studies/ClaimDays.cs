namespace Atat.Reports.Studies;

/// <summary>Days that a claim is about.</summary>
public enum ClaimDays
{
    /// <summary>Every day.</summary>
    All = 0,

    /// <summary>Days before 128, from where on masked temporal augmentation saturates (thesis section 4.5.2).</summary>
    Early = 1,

    /// <summary>Whole light curves.</summary>
    Whole = 2,
}
