using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Simulation;

/// <summary>How often each class occurs among a survey's objects.</summary>
public sealed record ClassRates
{
    private ClassRates(ImmutableArray<ClassWeight> weights, bool isBalanced) => (Weights, IsBalanced) = (weights, isBalanced);

    /// <summary>Every class as often as every other, in turn.</summary>
    public static ClassRates Balanced { get; } = new([.. Taxonomies.Elasticc.Classes.Select(name => new ClassWeight(name, 1))], true);

    /// <summary>
    /// Skewed in the manner of ELAsTiCC (thesis, figure 4.2): kilonovae, calcium-rich transients and M-dwarf flares two orders of magnitude
    /// rarer than the commonest classes.
    /// </summary>
    public static ClassRates Skewed { get; } = Of(
    [
        new("CART", 0.4), new("Iax", 1.5), new("91bg", 2), new("Ia", 40), new("Ib/c", 20), new("II", 40), new("SN-like/Other", 4),
        new("SLSN", 8), new("PISN", 4), new("TDE", 4), new("ILOT", 1.5), new("KN", 0.3), new("M-dwarf Flare", 0.3), new("uLens", 4),
        new("Dwarf Novae", 2), new("AGN", 20), new("Delta Scuti", 4), new("RR Lyrae", 8), new("Cepheid", 4), new("EB", 14),
    ]);

    /// <summary>Classes and their weights.</summary>
    public ImmutableArray<ClassWeight> Weights { get; }

    /// <summary>Whether the classes come in turn.</summary>
    public bool IsBalanced { get; }

    /// <summary>Rates by given weights; classes that are not named do not occur.</summary>
    /// <exception cref="InputException">A class is not one of ELAsTiCC's or stands twice, a weight is negative or not finite, or all are 0.</exception>
    public static ClassRates Of(IEnumerable<ClassWeight> weights)
    {
        ImmutableArray<ClassWeight> all = [.. weights];
        foreach (var group in all.GroupBy(w => w.Class, StringComparer.Ordinal))
        {
            if (!Taxonomies.Elasticc.Classes.Contains(group.Key))
            {
                throw new InputException($"Rates: no class '{group.Key}'; the classes are {string.Join(", ", Taxonomies.Elasticc.Classes)}.");
            }

            if (group.Count() > 1)
            {
                throw new InputException($"Rates: class '{group.Key}' stands {group.Count()} times; give it one weight.");
            }

            if (!double.IsFinite(group.First().Weight) || group.First().Weight < 0)
            {
                throw new InputException($"Rates: class '{group.Key}' has the weight {group.First().Weight}; weights are numbers of at least 0.");
            }
        }

        return all.Any(w => w.Weight > 0) ? new ClassRates(all, false) : throw new InputException("Rates: no class has a weight above 0.");
    }
}
