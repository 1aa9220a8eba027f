using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>Which classes belong to which branch (thesis section 4.4.1); a taxonomy without branches has a single one.</summary>
public sealed class Hierarchy : IEquatable<Hierarchy>
{
    /// <summary>Makes a hierarchy.</summary>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="branches">Branch of each class; null for all of them where there are none.</param>
    /// <exception cref="InputException">No class, or some have a branch and others none.</exception>
    public Hierarchy(ImmutableArray<string> classes, ImmutableArray<Branch?> branches)
    {
        if (classes.Length != branches.Length)
        {
            throw new ArgumentException($"{classes.Length} classes and {branches.Length} branches do not fit.", nameof(branches));
        }

        if (classes.Length == 0)
        {
            throw new InputException("There are no classes to tell apart; give the catalog a taxonomy.");
        }

        if (branches.IndexOf(null) is >= 0 and var without && branches.Any(branch => branch is not null))
        {
            throw new InputException($"Taxonomy: class '{classes[without]}' has no branch, but others have; give every class one, or none.");
        }

        Classes = classes;
        BranchOfClass = branches;
        Branches = [.. branches.Distinct().Order()];
        Members = [.. Branches.Select(branch => Enumerable.Range(0, classes.Length).Where(c => branches[c] == branch).ToImmutableArray())];
    }

    /// <summary>The hierarchy of a taxonomy.</summary>
    /// <exception cref="InputException">No class, or some have a branch and others none.</exception>
    public static Hierarchy Of(Taxonomy taxonomy) => new(taxonomy.Classes, [.. Enumerable.Range(0, taxonomy.Classes.Length).Select(taxonomy.BranchOf)]);

    /// <summary>Names of the classes.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Branch of each class.</summary>
    public ImmutableArray<Branch?> BranchOfClass { get; }

    /// <summary>Branches that have classes, in the order of <see cref="Branch"/>; the classes of the top forest.</summary>
    public ImmutableArray<Branch?> Branches { get; }

    /// <summary>Classes of each of <see cref="Branches"/>, ascending; the classes of its forest.</summary>
    public ImmutableArray<ImmutableArray<int>> Members { get; }

    /// <summary>Name of a branch for people.</summary>
    public static string NameOf(Branch? branch) => branch?.ToString() ?? "all classes";

    /// <inheritdoc/>
    public bool Equals(Hierarchy? other) => other is not null && Classes.SequenceEqual(other.Classes) && BranchOfClass.SequenceEqual(other.BranchOfClass);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Hierarchy);

    /// <inheritdoc/>
    public override int GetHashCode() => Classes.Aggregate(0, HashCode.Combine);
}
