using Atat.Formats.Schemas;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Schemas;

public class CatalogSchemaJsonTests
{
    [Fact]
    public void IsPlainJson() => Assert.Equal(
        """{"version":1,"survey":"Survey","unit":"flux","zero_point":27.5,"passbands":[{"name":"g","wavelength":4800},{"name":"r","wavelength":6200}],"metadata":[{"name":"z","role":"redshift"},{"name":"size","role":"none"}],"taxonomy":[{"label":"II","class":"II","branch":null},{"label":"Ia","class":"Ia","branch":null}]}""",
        CatalogSchemaJson.Write(Catalogs.Example(0).Schema));

    [Fact]
    public void ComesBackAsItWas() => Catalogs.Random.Sample(
        catalog => Catalogs.AssertEqual(catalog.Schema, CatalogSchemaJson.Read(CatalogSchemaJson.Write(catalog.Schema), "x")), iter: 200);

    [Fact]
    public void DamagedTextIsReadOrRefused()
    {
        var json = System.Text.Encoding.UTF8.GetBytes(CatalogSchemaJson.Write(Catalogs.Example(0).Schema));
        Fuzz.Run(json, content => CatalogSchemaJson.Read(System.Text.Encoding.UTF8.GetString(content), "x"), count: 500);
    }

    [Fact]
    public void ATaxonomyFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("taxonomy.json", """[{"label": "SN Ib", "class": "Ibc", "branch": "transient"}, {"label": "RRab", "class": "RR Lyrae"}]""");
        Assert.Equal(new Taxonomy([new("SN Ib", "Ibc", Branch.Transient), new("RRab", "RR Lyrae")]), CatalogSchemaJson.ReadTaxonomy(path));
    }

    [Theory]
    [InlineData("""[{"label": "a"}]""")]
    [InlineData("""[{"label": "a", "class": "b", "branch": "tree"}]""")]
    [InlineData("""[{"label": null, "class": "b"}]""")]
    [InlineData("[null]")]
    [InlineData("null")]
    [InlineData("")]
    public void AFileThatIsNoTaxonomy(string json)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("taxonomy.json", json);
        Assert.StartsWith($"{path}: ", Assert.Throws<InputException>(() => CatalogSchemaJson.ReadTaxonomy(path)).Message, StringComparison.Ordinal);
    }
}
