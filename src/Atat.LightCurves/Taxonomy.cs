using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Atat.LightCurves;

/// <summary>Fine label -> class -> branch. The order of first appearance of the classes is the order of a classifier's outputs.</summary>
public sealed class Taxonomy : IEquatable<Taxonomy>
{
    private readonly FrozenDictionary<string, int> classOfLabel;

    /// <summary>Makes a taxonomy from its rows.</summary>
    /// <exception cref="InputException">A label stands twice, or one class in two branches.</exception>
    public Taxonomy(IEnumerable<TaxonomyEntry> entries)
    {
        Entries = [.. entries];
        Classes = [.. Entries.Select(e => e.Class).Distinct(StringComparer.Ordinal)];
        foreach (var twice in Entries.GroupBy(e => e.Label, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            throw new InputException($"Taxonomy: label '{twice.Key}' stands {twice.Count()} times; keep one row a label.");
        }

        foreach (var mixed in Entries.GroupBy(e => e.Class, StringComparer.Ordinal).Where(g => g.Select(e => e.Branch).Distinct().Count() > 1))
        {
            throw new InputException($"Taxonomy: class '{mixed.Key}' stands in more than one branch; give all its labels the same branch.");
        }

        classOfLabel = Entries.ToFrozenDictionary(e => e.Label, e => Classes.IndexOf(e.Class), StringComparer.Ordinal);
    }

    /// <summary>A taxonomy that knows nothing: every catalog without labels has it.</summary>
    public static Taxonomy Empty { get; } = new([]);

    /// <summary>The rows, in order.</summary>
    public ImmutableArray<TaxonomyEntry> Entries { get; }

    /// <summary>Class names in the order of a classifier's outputs.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>A taxonomy in which every label is its own class, in ordinal order of the names.</summary>
    public static Taxonomy Flat(IEnumerable<string> labels) =>
        new(labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(l => new TaxonomyEntry(l, l)));

    /// <summary>Index of the class that a label belongs to, or -1 where the taxonomy does not know the label.</summary>
    public int ClassOf(string label) => classOfLabel.GetValueOrDefault(label, -1);

    /// <summary>Branch of a class, or null where none is given.</summary>
    public Branch? BranchOf(int classIndex) => Entries.First(e => string.Equals(e.Class, Classes[classIndex], StringComparison.Ordinal)).Branch;

    /// <inheritdoc/>
    public bool Equals(Taxonomy? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Taxonomy);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Aggregate(0, HashCode.Combine);
}
