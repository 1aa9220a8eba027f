using System.Collections.Immutable;
using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Training.Data;

/// <summary>Which features of a table a model reads.</summary>
public static class FeatureSelection
{
    /// <summary>Columns of a table that are named, each by its own name or with its whole family.</summary>
    /// <param name="set">The table's features.</param>
    /// <param name="schema">Schema of the catalog that they are of.</param>
    /// <param name="wanted">Names of features or families; empty for all.</param>
    /// <returns>In the order of the table, each once.</returns>
    /// <exception cref="InputException">A name is neither; names the nearest.</exception>
    public static ImmutableArray<string> Of(FeatureSet set, CatalogSchema schema, IReadOnlyList<string> wanted)
    {
        if (wanted.Count == 0)
        {
            return set.Features;
        }

        var families = Families(set, schema);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in wanted)
        {
            if (families.TryGetValue(name, out var members))
            {
                chosen.UnionWith(members);
            }
            else if (set.Features.Contains(name))
            {
                chosen.Add(name);
            }
            else
            {
                throw new InputException($"There is no feature and no family '{name}'{NearestName.Hint(name, [.. families.Keys, .. set.Features])}");
            }
        }

        return [.. set.Features.Where(chosen.Contains)];
    }

    /// <summary>The features of a table by family, in the order of the registry; those of other programs have none.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<string>> Families(FeatureSet set, CatalogSchema schema)
    {
        var present = set.Features.ToHashSet(StringComparer.Ordinal);
        return set.Preset is null ? new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
            : FeatureRegistry.Columns(FeaturePresets.Of(set.Preset), schema.Passbands)
                .Where(c => present.Contains(c.Name))
                .GroupBy(c => c.Family.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(c => c.Name).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Family of each of some features; <c>other</c> for those of other programs.</summary>
    /// <param name="set">The table's features.</param>
    /// <param name="schema">Schema of the catalog that they are of.</param>
    /// <param name="features">Names among them.</param>
    public static ImmutableArray<string> FamiliesOf(FeatureSet set, CatalogSchema schema, IEnumerable<string> features)
    {
        var families = Families(set, schema).SelectMany(f => f.Value.Select(name => KeyValuePair.Create(name, f.Key))).ToDictionary(StringComparer.Ordinal);
        return [.. features.Select(f => families.GetValueOrDefault(f, "other"))];
    }
}
