using System.Collections.Immutable;
using Atat.Features.Periodograms;
using Atat.Features.SupernovaModel;
using Atat.LightCurves;

namespace Atat.Features;

/// <summary>Every feature there is, in the order of its columns.</summary>
public static class FeatureRegistry
{
    private static readonly ImmutableArray<FeatureBlock> Thesis =
    [
        FeatureBlock.Of(InterquartileRange.Family),
        FeatureBlock.Of(VariabilityStatistics.Family),
        FeatureBlock.Of(PeriodFeatures.Family),
        FeatureBlock.Of(PeriodFeatures.Bands),
        FeatureBlock.Of(PeriodFeatures.Rates("/")),
        FeatureBlock.Of(FoldedRange.Family),
        FeatureBlock.Of(Harmonics.FamilyOf(FeaturePreset.Thesis)),
        FeatureBlock.Of(DampedRandomWalk.Family),
        FeatureBlock.Of(ObjectInformation.Metadata),
        FeatureBlock.Of(Colours.Family),
        FeatureBlock.Of(MexicanHat.Family),
        FeatureBlock.Of(SupernovaEpochs.Family),
        new(SupernovaFit.Family, 0, SupernovaFit.Family.Features.Length - 1),
        new(SupernovaFit.Family, SupernovaFit.Family.Features.Length - 1, 1),
    ];

    private static readonly ImmutableArray<FeatureBlock> Composite =
    [
        FeatureBlock.Of(Colours.Family),
        FeatureBlock.Of(MexicanHat.Family),
        FeatureBlock.Of(PeriodFeatures.Family),
        FeatureBlock.Of(PeriodFeatures.Bands),
        FeatureBlock.Of(PeriodFeatures.Rates("_")),
        FeatureBlock.Of(FoldedRange.Family),
        FeatureBlock.Of(Harmonics.FamilyOf(FeaturePreset.Composite)),
        FeatureBlock.Of(VariabilityStatistics.Family, "_flux"),
        new(SupernovaFit.Family, 0, SupernovaFit.Family.Features.Length - 1),
        new(SupernovaFit.Family, SupernovaFit.Family.Features.Length - 1, 1),
        FeatureBlock.Of(FlaggedEpochs.Family),
        FeatureBlock.Of(ObjectInformation.Timespan),
        FeatureBlock.Of(ObjectInformation.Coordinates),
    ];

    /// <summary>The families of a preset, each once, in the order of their columns.</summary>
    public static ImmutableArray<FeatureFamily> Families(FeaturePreset preset) => [.. Blocks(preset).Select(b => b.Family).Distinct()];

    /// <summary>The columns of a preset for a survey's passbands.</summary>
    public static ImmutableArray<FeatureColumn> Columns(FeaturePreset preset, ImmutableArray<Passband> bands) =>
        [.. Blocks(preset).SelectMany(block => Columns(block, bands))];

    /// <summary>The blocks of a preset in the order of columns.</summary>
    internal static ImmutableArray<FeatureBlock> Blocks(FeaturePreset preset) => preset == FeaturePreset.Thesis ? Thesis : Composite;

    private static IEnumerable<FeatureColumn> Columns(FeatureBlock block, ImmutableArray<Passband> bands)
    {
        var features = block.Family.Features.Skip(block.First).Take(block.Count).ToArray();
        return block.Family.Scope switch
        {
            FeatureScope.Band => bands.SelectMany(band => features.Select(f => new FeatureColumn(block.Family, f, band.Name, $"{f.Name}{block.Suffix}_{band.Name}"))),
            FeatureScope.BandPair => bands.Zip(bands.Skip(1)).SelectMany(pair => features.Select(f => new FeatureColumn(block.Family, f, null, $"{pair.First.Name}-{pair.Second.Name}"))),
            _ => features.Select(f => new FeatureColumn(block.Family, f, null, f.Name + block.Suffix)),
        };
    }
}
