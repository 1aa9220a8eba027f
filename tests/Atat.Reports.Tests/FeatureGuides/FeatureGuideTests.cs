using System.Collections.Immutable;
using Atat.Features;
using Atat.LightCurves;
using Atat.Reports.FeatureGuides;

namespace Atat.Reports.Tests.FeatureGuides;

public sealed class FeatureGuideTests
{
    private static readonly FeatureDefinition Amplitude = new("Amplitude", "half of |max - min|\nof f * w", "flux", 2);
    private static readonly FeatureDefinition Mean = new("Mean", "m", "flux", 1);
    private static readonly FeatureDefinition Detected = Mean with { Formula = "m of detections" };
    private static readonly FeatureDefinition Period = new("Period", "argmax P", "days", 5, "NaN where P < 1");
    private static readonly FeatureDefinition Colour = new("Colour", "m_1 - m_2", "1", 1);
    private static readonly FeatureGuide Guide = new([FeaturePreset.Thesis, FeaturePreset.Composite], Families, Columns);

    [Fact]
    public void What_presets_share_stands_once()
    {
        Assert.Equal(["moments", "periods", "colours", "colours"], Guide.Sections.Select(s => s.Family.Name));
        Assert.Equal(["Amplitude thesis, composite", "Mean thesis", "Mean composite"], Guide.Sections[0].Entries.Select(e => $"{e.Feature.Name} {FeatureText.Of(e.Presets)}"));
        Assert.Equal([false, true, true, true], Guide.Sections.Select(s => s.IsUniform));
        Assert.Equal(["Amplitude_g", "Amplitude_r"], Guide.ColumnsOf(Guide.Sections[0].Entries[0]));
    }

    [Fact]
    public void A_feature_is_found_by_its_name_or_a_column()
    {
        Assert.Equal(Amplitude, Assert.Single(Guide.Find("Amplitude")).Feature);
        Assert.Equal(Amplitude, Assert.Single(Guide.Find("Amplitude_r")).Feature);
        Assert.Equal(Period, Assert.Single(Guide.Find("period")).Feature);
        Assert.Equal([Mean, Detected], Guide.Find("Mean").Select(e => e.Feature));
        Assert.Equal("No feature 'Amplitud'; did you mean 'Amplitude'? 'atat features --list' lists all.", Assert.Throws<InputException>(() => Guide.Find("Amplitud")).Message);
        Assert.Equal("No feature 'xxxxxxxxxxxxx'. 'atat features --list' lists all.", Assert.Throws<InputException>(() => Guide.Find("xxxxxxxxxxxxx")).Message);
    }

    [Fact]
    public void The_page_has_a_section_a_family()
    {
        var page = FeatureMarkdown.Format(Guide, "gr", "atat features --describe x.md");
        Assert.StartsWith("# Features\n\nMade by `atat features --describe x.md`.\n\n", page, StringComparison.Ordinal);
        Assert.Contains("| `thesis` | 3 | 6 |\n| `composite` | 2 | 5 |\n", page, StringComparison.Ordinal);
        Assert.Contains(
            """

            ## moments

            Size and spread. One value for each passband.

            Source: A paper. In every preset, but for what the last column says.

            | feature | formula | unit | points | undefined | presets |
            |---|---|---|--:|---|---|
            | `Amplitude` | half of \|max - min\| of f \* w | flux | 2 | NaN | thesis, composite |
            | `Mean` | m | flux | 1 | NaN | thesis |
            | `Mean` | m of detections | flux | 1 | NaN | composite |

            ## periods

            Times. One value for the object.

            Source: A paper. Only in the preset thesis.

            | feature | formula | unit | points | undefined |
            |---|---|---|--:|---|
            | `Period` | argmax P | days | 5 | NaN where P &lt; 1 |

            ## colours (thesis)

            """.ReplaceLineEndings("\n"),
            page,
            StringComparison.Ordinal);
        Assert.All(page.Split('\n').Where(line => line.StartsWith('|')), line => Assert.EndsWith("|", line, StringComparison.Ordinal));
    }

    private static ImmutableArray<FeatureFamily> Families(FeaturePreset preset) => preset == FeaturePreset.Thesis
        ?
        [
            new("moments", "Size and spread.", "A paper", FeatureScope.Band, [Amplitude, Mean]),
            new("periods", "Times.", "A paper", FeatureScope.Object, [Period]),
            new("colours", "Of means.", "A paper", FeatureScope.BandPair, [Colour]),
        ]
        :
        [
            new("moments", "Size and spread.", "A paper", FeatureScope.Band, [Amplitude, Detected]),
            new("colours", "Of maxima.", "A paper", FeatureScope.BandPair, [Colour]),
        ];

    private static ImmutableArray<FeatureColumn> Columns(FeaturePreset preset) => [.. Families(preset).SelectMany(family => family.Features.SelectMany(feature =>
        family.Scope == FeatureScope.Band
            ? [new FeatureColumn(family, feature, "g", feature.Name + "_g"), new FeatureColumn(family, feature, "r", feature.Name + "_r")]
            : (FeatureColumn[])[new FeatureColumn(family, feature, null, feature.Name)]))];
}
