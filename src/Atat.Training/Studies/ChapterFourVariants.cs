using System.Collections.Immutable;

namespace Atat.Training.Studies;

/// <summary>
/// The classifiers of thesis chapter 4: the eleven networks of figure 4.3, the forest of section 4.4.1, and boosted trees, which
/// practitioners would reach for today.
/// </summary>
public static class ChapterFourVariants
{
    /// <summary>Trees on metadata and features.</summary>
    public static ImmutableArray<Variant> Trees { get; } =
    [
        new("forest", "Forest (MD + Features)", StudyModel.Forest, ["md", "feat"], Mta: true, []),
        new("boosted", "Boosted trees (MD + Features)", StudyModel.Boosted, ["md", "feat"], Mta: true, []),
    ];

    /// <summary>The networks, in the order of figure 4.3 (b), (c), (d).</summary>
    public static ImmutableArray<Variant> Networks { get; } =
    [
        .. ((string[])
        [
            "lc", "lc+mta", "md", "feat", "feat+mta", "md+feat", "md+feat+mta", "lc+md", "lc+md+mta", "lc+md+feat", "lc+md+feat+mta",
        ]).Select(key => Variant.Network(key)),
    ];

    /// <summary>Keys of the variants of figure 4.3 (a) and table 4.1, which are trained with every fold.</summary>
    public static ImmutableArray<string> Headline { get; } = ["forest", "boosted", "lc+md+mta", "lc+md+feat+mta"];

    /// <summary>What the published study took away, each by itself: time modulation, the quantile transformation, the tabular Transformer.</summary>
    public static ImmutableArray<Variant> Ablations { get; } =
    [
        Variant.Network("lc+md+mta+sinusoidal", "network.positional=sinusoidal"),
        Variant.Network("lc+md+mta+raw", "data.quantile=false"),
        Variant.Network("lc+md+mta+sequence", "network.tabular_tokens=sequence"),
    ];

    /// <summary>Other treatments of classes of very different sizes than balanced batches alone.</summary>
    public static ImmutableArray<Variant> Remedies { get; } =
    [
        Variant.Network("lc+md+mta+focal", "optimiser.loss=focal"),
        Variant.Network("lc+md+mta+weights", "batch.balanced=false", "optimiser.class_weights=inverse"),
        Variant.Network("lc+md+mta+logit", "batch.balanced=false", "optimiser.logit_adjustment=1"),
        Variant.Network("lc+md+mta+augment", "augmentation.redshift=0.1", "augmentation.flux_noise=0.5", "augmentation.cadence=0.3", "augmentation.rare_only=true"),
    ];

    /// <summary>The comparison of thesis chapter 4, which a study makes where none are named.</summary>
    public static ImmutableArray<Variant> Default { get; } = [.. Trees, .. Networks];

    /// <summary>All that a study can name.</summary>
    public static ImmutableArray<Variant> All { get; } = [.. Default, .. Ablations, .. Remedies];
}
