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

    private static IEnumerable<TaxonomyEntry> Rows(string name, Branch branch, params string[] labels) =>
        labels.Select(label => new TaxonomyEntry(label, name, branch));
}
