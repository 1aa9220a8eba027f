using System.Collections.Immutable;

namespace Atat.Reports.Studies;

/// <summary>Something the thesis says of two variants: their difference lies between two bounds at all its days, or for all its classes.</summary>
/// <param name="Text">The claim, as a sentence.</param>
/// <param name="Section">Section of the thesis.</param>
/// <param name="First">Key of the variant that the claim is about.</param>
/// <param name="Second">Key of the one that it is compared with.</param>
/// <param name="Days">Days it is about.</param>
public sealed record StudyClaim(string Text, string Section, string First, string Second, ClaimDays Days)
{
    /// <summary>Classes whose F1 it is about; empty: macro F1.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>Whether the difference is meant relative to the second variant.</summary>
    public bool Relative { get; init; }

    /// <summary>The difference, first minus second, is above this.</summary>
    public double Above { get; init; }

    /// <summary>And below this.</summary>
    public double Below { get; init; } = double.PositiveInfinity;

    /// <summary>The thesis's figure where table 4.1 does not give it; empty where the thesis shows a curve only.</summary>
    public string Thesis { get; init; } = "";
}
