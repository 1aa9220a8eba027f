namespace Atat.Reports.Studies;

/// <summary>One comparison of the family by which hypothesis H2 is tested.</summary>
public sealed record HypothesisRow
{
    /// <summary>Key of the variant with more data.</summary>
    public required string First { get; init; }

    /// <summary>Key of the one with less.</summary>
    public required string Second { get; init; }

    /// <summary>Days after the first detection.</summary>
    public required double Day { get; init; }

    /// <summary>Whether both kinds of data stand against one of them: H2 itself. Otherwise features are added to both kinds.</summary>
    public required bool BothAgainstOne { get; init; }

    /// <summary>The comparison; null where it could not be made.</summary>
    public Contrast? Contrast { get; init; }

    /// <summary>Two-sided p-value, Holm-corrected over the family; NaN where it could not be made.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;

    /// <summary>What it says at a level of 5 %.</summary>
    public Finding Finding { get; init; }
}
