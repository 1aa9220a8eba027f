using System.Collections.Immutable;
using static Atat.Reports.Studies.StudyKeys;

namespace Atat.Reports.Studies;

/// <summary>What section 4.5 of the thesis says of its variants.</summary>
internal static class ThesisClaims
{
    // "Little" and "marginal" are given a number: a point of macro F1, four times the thesis's difference.
    private const double Marginal = 0.01;

    private static readonly string Combined = WithMta(LightCurveMetadata);

    private static readonly string Everything = WithMta(StudyKeys.All);

    private static readonly ImmutableArray<string> Supernovae = ["Iax", "91bg", "Ia", "Ib/c", "II", "SN-like/Other", "SLSN", "PISN"];

    private static readonly ImmutableArray<string> Periodic = ["Delta Scuti", "RR Lyrae", "Cepheid", "EB"];

    /// <summary>Classes in which the thesis finds the forest better, those of the fewest objects.</summary>
    public static ImmutableArray<string> RareClasses { get; } = ["KN", "CART", "M-dwarf Flare"];

    public static ImmutableArray<StudyClaim> Of { get; } =
    [
        new("LC + MD + MTA outperforms the forest at every day.", "4.5.1", Combined, Forest, ClaimDays.All),
        new("LC + MD + Features + MTA outperforms the forest at every day.", "4.5.1", Everything, Forest, ClaimDays.All),
        new("LC + MD + MTA is better than the forest in the supernova subclasses.", "4.5.1", Combined, Forest, ClaimDays.Whole) { Classes = Supernovae },
        new("LC + MD + Features + MTA is better than the forest in the supernova subclasses.", "4.5.3", Everything, Forest, ClaimDays.Whole) { Classes = Supernovae },
        new("The forest is better than LC + MD + MTA in KN, CART and M-dwarf flares.", "4.5.1", Forest, Combined, ClaimDays.Whole) { Classes = RareClasses },
        new("The forest is better than LC + MD + Features + MTA in KN, CART and M-dwarf flares.", "4.5.1", Forest, Everything, ClaimDays.Whole) { Classes = RareClasses },
        new("Features help with periodic classes: LC + MD + Features + MTA is better in them than LC + MD + MTA.", "4.5.1", Everything, Combined, ClaimDays.Whole) { Classes = Periodic },
        .. AugmentationHelps(LightCurve, "LC"),
        .. AugmentationHelps(FeaturesAlone, "features"),
        .. AugmentationHelps(MetadataFeatures, "MD + features"),
        .. AugmentationHelps(LightCurveMetadata, "LC + MD"),
        .. AugmentationHelps(StudyKeys.All, "LC + MD + features"),
        new("Features alone outperform light curves alone, both without MTA.", "4.5.2", FeaturesAlone, LightCurve, ClaimDays.All),
        new("Metadata improve on features alone.", "4.5.2", MetadataFeatures, FeaturesAlone, ClaimDays.All) { Thesis = "considerably" },
        new("MD + Features + MTA outperforms the forest.", "4.5.2", WithMta(MetadataFeatures), Forest, ClaimDays.All),
        .. MetadataAdd(LightCurveMetadata, LightCurve, "without MTA"),
        .. MetadataAdd(Combined, WithMta(LightCurve), "with MTA"),
        new("Without MTA, LC + MD + Features is worse than LC + MD before 128 days.", "4.5.2", LightCurveMetadata, StudyKeys.All, ClaimDays.Early),
        new("With MTA, features add little to LC + MD: less than 0.01 of macro F1 either way.", "4.5.2", Everything, Combined, ClaimDays.All) { Above = -Marginal, Below = Marginal },
    ];

    private static ImmutableArray<StudyClaim> AugmentationHelps(string key, string title) =>
        [new($"MTA helps {title} before 128 days.", "4.5.2", WithMta(key), key, ClaimDays.Early) { Thesis = "always beneficial" }];

    private static ImmutableArray<StudyClaim> MetadataAdd(string both, string alone, string how) =>
        [new($"Metadata add between 20 and 30 % to the macro F1 of LC, {how}.", "4.5.2", both, alone, ClaimDays.All) { Relative = true, Above = 0.2, Below = 0.3, Thesis = "20 to 30 %" }];
}
