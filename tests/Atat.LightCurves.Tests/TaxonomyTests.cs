namespace Atat.LightCurves.Tests;

public sealed class TaxonomyTests
{
    [Fact]
    public void Classes_stand_in_the_order_of_their_first_label()
    {
        var taxonomy = new Taxonomy([new("II-P", "II", Branch.Transient), new("RRL", "RR Lyrae", Branch.Periodic), new("II-L", "II", Branch.Transient)]);
        Assert.Equal(["II", "RR Lyrae"], taxonomy.Classes);
        Assert.Equal((0, 1, 0, -1), (taxonomy.ClassOf("II-P"), taxonomy.ClassOf("RRL"), taxonomy.ClassOf("II-L"), taxonomy.ClassOf("II")));
        Assert.Equal(Branch.Periodic, taxonomy.BranchOf(1));
    }

    [Fact]
    public void A_flat_taxonomy_has_each_label_once_in_ordinal_order()
    {
        var taxonomy = Taxonomy.Flat(["b", "B", "a", "b"]);
        Assert.Equal(["B", "a", "b"], taxonomy.Classes);
        Assert.Null(taxonomy.BranchOf(0));
        Assert.Equal(taxonomy, Taxonomy.Flat(["a", "b", "B"]));
        Assert.NotEqual(taxonomy, Taxonomy.Empty);
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Assert.Contains("'Ia' stands 2 times", Assert.Throws<InputException>(() => new Taxonomy([new("Ia", "Ia"), new("Ia", "SN")])).Message, StringComparison.Ordinal);
        Assert.Contains("'SN' stands in more than one branch", Assert.Throws<InputException>(() => new Taxonomy([new("Ia", "SN", Branch.Transient), new("II", "SN")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elasticc_has_32_models_in_20_classes_of_3_branches()
    {
        var taxonomy = Taxonomies.Elasticc;
        Assert.Equal((32, 20), (taxonomy.Entries.Length, taxonomy.Classes.Length));
        Assert.Equal(12, Enumerable.Range(0, 20).Count(c => taxonomy.BranchOf(c) == Branch.Transient));
        Assert.Equal(4, Enumerable.Range(0, 20).Count(c => taxonomy.BranchOf(c) == Branch.Stochastic));
        Assert.Equal("KN", taxonomy.Classes[taxonomy.ClassOf("KN_K17")]);
        Assert.Equal("SN-like/Other", taxonomy.Classes[taxonomy.ClassOf("SNIIb+HostXT_V19")]);
    }

    [Fact]
    public void Elasticcs_second_run_has_the_same_classes()
    {
        Assert.Equal(Taxonomies.Elasticc.Classes, Taxonomies.Elasticc2.Classes);
        Assert.Equal("Ia", Taxonomies.Elasticc2.Classes[Taxonomies.Elasticc2.ClassOf("SNIa-SALT3")]);
    }
}
