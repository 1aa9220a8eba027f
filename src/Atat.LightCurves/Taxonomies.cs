using static Atat.LightCurves.Branch;

namespace Atat.LightCurves;

/// <summary>Taxonomies of known surveys.</summary>
public static class Taxonomies
{
    /// <summary>
    /// ELAsTiCC: 32 simulated models in the 20 classes of the brokers' comparison (thesis section 4.2, figure 4.2), where
    /// SN-like/Other holds type IIb only.
    /// </summary>
    public static Taxonomy Elasticc { get; } = new(
    [
        new("CART", "CART", Transient),
        new("SNIax", "Iax", Transient),
        new("SNIa-91bg", "91bg", Transient),
        new("SNIa-SALT2", "Ia", Transient),
        .. Rows("Ib/c", Transient, "SNIb+HostXT_V19", "SNIb-Templates", "SNIc+HostXT_V19", "SNIc-Templates", "SNIcBL+HostXT_V19"),
        .. Rows("II", Transient, "SNII+HostXT_V19", "SNII-NMF", "SNII-Templates", "SNIIn+HostXT_V19", "SNIIn-MOSFIT"),
        new("SNIIb+HostXT_V19", "SN-like/Other", Transient),
        .. Rows("SLSN", Transient, "SLSN-I+host", "SLSN-I_no_host"),
        new("PISN", "PISN", Transient),
        new("TDE", "TDE", Transient),
        new("ILOT", "ILOT", Transient),
        .. Rows("KN", Transient, "KN_B19", "KN_K17"),
        new("Mdwarf-flare", "M-dwarf Flare", Stochastic),
        .. Rows("uLens", Stochastic, "uLens-Binary", "uLens-Single-GenLens", "uLens-Single_PyLIMA"),
        new("dwarf-nova", "Dwarf Novae", Stochastic),
        new("AGN", "AGN", Stochastic),
        new("d-Sct", "Delta Scuti", Periodic),
        new("RRL", "RR Lyrae", Periodic),
        new("Cepheid", "Cepheid", Periodic),
        new("EB", "EB", Periodic),
    ]);

    /// <summary>ELAsTiCC's second run: type Ia by another model, and changing-look active galaxies, in the same 20 classes.</summary>
    public static Taxonomy Elasticc2 { get; } = new([.. Elasticc.Entries, new("SNIa-SALT3", "Ia", Transient), new("CLAGN", "AGN", Stochastic)]);

    /// <summary>PLAsTiCC: the numbers of its models and what they stand for (Kessler et al. 2019, table 2).</summary>
    public static Taxonomy Plasticc { get; } = new(
    [
        new("90", "SNIa", Transient),
        new("67", "SNIa-91bg", Transient),
        new("52", "SNIax", Transient),
        new("42", "SNII", Transient),
        new("62", "SNIbc", Transient),
        new("95", "SLSN-I", Transient),
        new("15", "TDE", Transient),
        new("64", "KN", Transient),
        new("992", "ILOT", Transient),
        new("993", "CaRT", Transient),
        new("994", "PISN", Transient),
        new("65", "M-dwarf", Stochastic),
        new("88", "AGN", Stochastic),
        new("6", "uLens-Single", Stochastic),
        new("991", "uLens-Binary", Stochastic),
        new("995", "uLens-String", Stochastic),
        new("16", "EB", Periodic),
        new("53", "Mira", Periodic),
        new("92", "RRL", Periodic),
    ]);

    /// <summary>A taxonomy without the classes that none of some labels has: these could be neither trained nor measured.</summary>
    /// <param name="taxonomy">The whole.</param>
    /// <param name="labels">Labels that it has.</param>
    public static Taxonomy Present(Taxonomy taxonomy, IEnumerable<string> labels)
    {
        var present = labels.Select(label => taxonomy.Classes[taxonomy.ClassOf(label)]).ToHashSet(StringComparer.Ordinal);
        return new Taxonomy(taxonomy.Entries.Where(entry => present.Contains(entry.Class)));
    }

    private static IEnumerable<TaxonomyEntry> Rows(string name, Branch branch, params string[] labels) =>
        labels.Select(label => new TaxonomyEntry(label, name, branch));
}
