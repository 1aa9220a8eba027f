using System.Collections.Immutable;
using Atat.Features;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Reports.FeatureGuides;

/// <summary>What the features of one or more presets are: the registry as it is read, with what presets share told once.</summary>
public sealed class FeatureGuide
{
    private readonly Dictionary<FeaturePreset, ImmutableArray<FeatureColumn>> columns;

    /// <summary>Makes a guide.</summary>
    /// <param name="presets">The presets, in the order in which they are told.</param>
    /// <param name="families">Families of a preset.</param>
    /// <param name="columns">Columns of a preset.</param>
    public FeatureGuide(ImmutableArray<FeaturePreset> presets, Func<FeaturePreset, ImmutableArray<FeatureFamily>> families, Func<FeaturePreset, ImmutableArray<FeatureColumn>> columns)
    {
        Presets = presets;
        this.columns = presets.ToDictionary(preset => preset, columns);

        // A family that two presets describe alike is one section; one whose description differs has a section for each.
        Sections = [.. presets
            .SelectMany(preset => families(preset).Select(family => (Preset: preset, Family: family)))
            .GroupBy(f => (f.Family.Name, f.Family.Description, f.Family.Source, f.Family.Scope))
            .Select(same => SectionOf([.. same]))];
    }

    /// <summary>The presets.</summary>
    public ImmutableArray<FeaturePreset> Presets { get; }

    /// <summary>Their families.</summary>
    public ImmutableArray<FeatureSection> Sections { get; }

    /// <summary>Every feature, by family.</summary>
    public IEnumerable<FeatureEntry> Entries => Sections.SelectMany(s => s.Entries);

    /// <summary>The guide of the registry.</summary>
    /// <param name="bands">Passbands of the columns.</param>
    /// <param name="presets">Presets to tell of; none for all.</param>
    public static FeatureGuide OfRegistry(ImmutableArray<Passband> bands, params ImmutableArray<FeaturePreset> presets) =>
        new(presets.IsEmpty ? [.. Enum.GetValues<FeaturePreset>()] : presets, FeatureRegistry.Families, preset => FeatureRegistry.Columns(preset, bands));

    /// <summary>Columns of a preset.</summary>
    public ImmutableArray<FeatureColumn> Columns(FeaturePreset preset) => columns[preset];

    /// <summary>Names of the columns that a feature has, each once.</summary>
    public ImmutableArray<string> ColumnsOf(FeatureEntry entry) =>
        [.. entry.Presets.SelectMany(preset => Columns(preset)).Where(c => c.Feature == entry.Feature && string.Equals(c.Family.Name, entry.Family.Name, StringComparison.Ordinal)).Select(c => c.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Finds a feature by its name or that of one of its columns; case counts only where it must.</summary>
    /// <returns>The feature, once for each definition that the presets have of it.</returns>
    /// <exception cref="InputException">No such feature; names the nearest.</exception>
    public ImmutableArray<FeatureEntry> Find(string name)
    {
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            ImmutableArray<FeatureEntry> found = [.. Entries.Where(e => string.Equals(e.Feature.Name, name, comparison))];
            found = found.IsEmpty ? [.. Entries.Where(e => ColumnsOf(e).Any(column => string.Equals(column, name, comparison)))] : found;
            if (!found.IsEmpty)
            {
                return found;
            }
        }

        var names = Entries.Select(e => e.Feature.Name).Concat(Presets.SelectMany(preset => Columns(preset)).Select(c => c.Name));
        throw new InputException($"No feature '{name}'{NearestName.Hint(name, names)} 'atat features --list' lists all.");
    }

    private static FeatureSection SectionOf((FeaturePreset Preset, FeatureFamily Family)[] same) => new(
        same[0].Family,
        [.. same.Select(f => f.Preset)],
        [.. same
            .SelectMany(f => f.Family.Features.Select(feature => (f.Preset, Feature: feature)))
            .GroupBy(f => f.Feature)
            .Select(f => new FeatureEntry(same[0].Family, f.Key, [.. f.Select(x => x.Preset)]))]);
}
