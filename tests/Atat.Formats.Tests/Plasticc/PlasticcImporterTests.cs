using Atat.Formats.Plasticc;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Plasticc;

public sealed class PlasticcImporterTests : IDisposable
{
    internal const string Objects = """
        object_id,ra,decl,gal_l,gal_b,ddf,hostgal_specz,hostgal_photoz,hostgal_photoz_err,distmod,mwebv,target
        615,349.046051,-61.943836,320.79653,-51.753706,1,0,0,0,,0.017,92
        713,53.085938,-27.784405,223.525509,-54.460748,1,1.8181,1.6267,0.2552,45.4063,0.007,88
        730,33.574219,-6.579593,170.455585,-61.548219,0,-9,0.2262,0.0157,40.2561,0.021,42
        """;

    internal const string Early = """
        object_id,mjd,passband,flux,flux_err,detected
        615,59750.4229,2,-544.810303,3.622952,1
        615,59750.4306,1,-816.434326,5.55337,1
        730,59798.3205,5,1.177371,1.364300,0
        """;

    internal const string Late = """
        object_id,mjd,passband,flux,flux_err,detected_bool
        713,59825.26,0,10.529041,4.254,0
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_become_a_catalog(bool isGzip)
    {
        var catalog = Import(Write(isGzip));
        Assert.Equal(["615", "730", "713"], catalog.Ids.ToArray());
        Assert.Equal(["92", "42", "88"], catalog.Labels.ToArray());
        Assert.Equal(["SNII", "AGN", "RRL"], catalog.Schema.Taxonomy.Classes);
        Assert.Equal(["u", "g", "r", "i", "z", "Y"], catalog.Schema.Passbands.Select(b => b.Name));
        Assert.Equal([0f, float.NaN, 0.2262f, 0.0157f, 0.021f], catalog[1].Metadata.ToArray());
        Assert.Equal([2, 1], catalog[0].LightCurve.Band.ToArray());
        Assert.Equal([true, true], catalog[0].LightCurve.Detected.ToArray());
        Assert.Equal(27.5, catalog.Schema.ZeroPoint);
        Assert.Equal(MetadataRole.Redshift, catalog.Schema.Metadata[2].Role);
    }

    [Fact]
    public void An_object_in_two_tables_is_named()
    {
        var options = Write(isGzip: false);
        var late = folder.Write("late.csv", Late + "\n615,59825.26,0,10.529041,4.254,0\n");
        var error = Assert.Throws<InputException>(() => Import(options));
        Assert.StartsWith($"{late}: object '615' stands already in {options.LightCurves[0]};", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_none_is_named()
    {
        var options = Write(isGzip: false) with { Metadata = folder.Write("objects.csv", Objects.Replace("0.007,88", "0.007,99", StringComparison.Ordinal)) };
        Assert.StartsWith($"{options.Metadata} row 3, column 'target': '99' is no model of PLAsTiCC", Assert.Throws<InputException>(() => PlasticcImporter.Plan(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_import_goes_on_from_what_it_has_read()
    {
        var options = Write(isGzip: false);
        var broken = folder.Write("late.csv", Late.Replace("10.529041", "none", StringComparison.Ordinal));
        var target = folder.File("c.parquet");
        Assert.Contains("'none' is not a number", Assert.Throws<InputException>(() => CatalogImport.Run(PlasticcImporter.Plan(options), target)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
        File.WriteAllText(broken, Late);
        var report = CatalogImport.Run(PlasticcImporter.Plan(options), target);
        Assert.Contains(report.Notes, n => n is { What: "parts taken over from an import that was interrupted", Count: 1 });
        Assert.False(Directory.Exists(target + ".parts"));
        var (expected, actual) = (Import(Write(isGzip: false)), Atat.Formats.Parquet.CatalogFile.Read(target));
        Assert.Equal(expected.Ids.ToArray(), actual.Ids.ToArray());
        LightCurveAssert.Equal(expected.Observations, actual.Observations);
    }

    [Fact]
    public void A_cancelled_import_leaves_no_catalog()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var target = folder.File("c.parquet");
        Assert.Throws<OperationCanceledException>(() => CatalogImport.Run(PlasticcImporter.Plan(Write(isGzip: false)), target, null, cancelled.Token));
        Assert.False(File.Exists(target));
    }

    private Catalog Import(PlasticcImportOptions options)
    {
        var path = folder.File("catalog.parquet");
        CatalogImport.Run(PlasticcImporter.Plan(options), path);
        return Atat.Formats.Parquet.CatalogFile.Read(path);
    }

    private PlasticcImportOptions Write(bool isGzip)
    {
        string Table(string name, string text)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text + "\n");
            return folder.Write(name, isGzip ? TemporaryFolder.Gzip(bytes) : bytes);
        }

        return new PlasticcImportOptions(Table("objects.csv", Objects), [Table("early.csv", Early), Table("late.csv", Late)]);
    }
}
