namespace Atat.Reports.Studies;

/// <summary>What a corrected test of a difference says.</summary>
public enum Finding
{
    /// <summary>One of the two variants has no run, or they share no fold.</summary>
    NotMeasured = 0,

    /// <summary>No significant difference.</summary>
    NoDifference = 1,

    /// <summary>The first is better.</summary>
    Better = 2,

    /// <summary>The first is worse.</summary>
    Worse = 3,
}
