using Atat.Formats.Snana;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Snana;

public sealed class SnanaImporterTests : IDisposable
{
    private static readonly SnanaSample Sample = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadsPlainAndGzip(bool isGzip)
    {
        Write("ELASTICC2_TRAIN_01_SNIa-SALT3", Sample, isGzip);
        var (catalog, report) = SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path });
        Assert.Equal((2, 4, 0), (report.Objects, report.Observations, report.WithoutObservations));
        Assert.Equal("DES", catalog.Schema.Survey);
        Assert.Equal(["g", "r", "i", "z"], catalog.Schema.Passbands.Select(b => b.Name));
        Assert.Equal(["MWEBV", "HOSTGAL_NMATCH", "HOSTGAL_LOGMASS", "HOSTGAL_MAG_g"], catalog.Schema.Metadata.Select(c => c.Name));
        Assert.Equal(["Ia"], catalog.Schema.Taxonomy.Classes);
        Assert.Equal(["101", "102"], catalog.Ids.ToArray());
        Assert.Equal(["SNIa-SALT3", "SNIa-SALT3"], catalog.Labels.ToArray());
        Assert.Equal([10.5, double.NaN], catalog.RightAscensions.ToArray());
        Assert.Equal([-20.25, double.NaN], catalog.Declinations.ToArray());

        // -9 is a possible logarithm, not a possible reddening; 999 is no magnitude.
        Assert.Equal([0.5f, 2, -9, float.NaN, float.NaN, 0, float.NaN, 21.5f], catalog.Metadata.ToArray());
        var curve = catalog[0].LightCurve;
        Assert.Equal([59000.25, 59001.25, 59002.25], curve.Mjd.ToArray());
        Assert.Equal([0, 1, 3], curve.Band.ToArray());
        Assert.Equal([false, true, true], curve.Detected.ToArray());
        Assert.Equal([false, false, true], curve.Saturated.ToArray());
    }

    [Theory]
    [InlineData("SNTYPE")]
    [InlineData("PEAKMJD")]
    [InlineData("SIM_REDSHIFT_HELIO")]
    public void TruthIsNoMetadataEvenIfAskedFor(string column)
    {
        Write("run_KN_K17", Sample);
        var error = Assert.Throws<InputException>(() => SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path, Metadata = [new MetadataColumn(column)] }));
        Assert.Contains($"column '{column}' is truth", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsComeFromWhereTheOptionsSay()
    {
        var sample = Sample with { HeadColumns = [.. Sample.HeadColumns, ("TYPE", "8A")], HeadRows = [[.. Sample.HeadRows[0], "Ia"], [.. Sample.HeadRows[1], ""]] };
        Write("run_KN_K17", sample);
        var options = new SnanaImportOptions { Source = folder.Path };
        Assert.Equal(["run_KN_K17", "run_KN_K17"], Labels(options));
        Assert.Equal(["K17", "K17"], Labels(options with { LabelPattern = "_([^_]+)$" }));
        Assert.Equal(["x", "x"], Labels(options with { Label = "x" }));
        Assert.Equal(["Ia", null], Labels(options with { LabelColumn = "TYPE" }));
        Assert.Equal([null, null], Labels(options with { Unlabelled = true }));
        Assert.Equal("x/101", SnanaImporter.Read(options with { Label = "x", LabelInId = true }).Catalog.Ids[0]);
    }

    [Fact]
    public void OlderAndNewerNamesOfColumns()
    {
        var sample = Sample with
        {
            PhotColumns = [("MJD", "1D"), ("FLT", "8A"), ("FLUXCAL", "1D"), ("FLUXCALERR", "1D")],
            PhotRows = [.. Sample.PhotRows.Select(row => new[] { row[0], "DES-" + row[1], row[3], row[4] })],
        };
        Write("x", sample);
        var curve = SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path }).Catalog[0].LightCurve;
        Assert.Equal([0, 1, 3], curve.Band.ToArray());
        Assert.Equal([false, true, true], curve.Detected.ToArray());
        Assert.Equal([false, false, false], curve.Saturated.ToArray());
    }

    [Fact]
    public void PointersBeyondTheEnd() => AssertRefused(
        "x_HEAD.FITS row 2: PTROBS_MAX 88,120 past end of PHOT (6 rows). Are HEAD and PHOT from the same version?",
        Sample with { HeadRows = [Sample.HeadRows[0], ["102", 0.0, 0.0, 88116, 5, 88120, 0f, 0, 0f, 0f, 0f, 0f]] });

    [Fact]
    public void PointersIntoAnotherObject() => AssertRefused(
        "x_HEAD.FITS row 2: PTROBS_MIN 3 lies among the rows of another object. Are HEAD and PHOT from the same version?",
        Sample with { HeadRows = [Sample.HeadRows[0], ["102", 0.0, 0.0, 3, 3, 5, 0f, 0, 0f, 0f, 0f, 0f]] });

    [Fact]
    public void PointersOverAFiller() => AssertRefused(
        "x_PHOT.FITS row 4: MJD is the filler between objects, but HEAD counts the row to object '102'. Are HEAD and PHOT from the same version?",
        Sample with { HeadRows = [Sample.HeadRows[0], ["102", 0.0, 0.0, 2, 4, 5, 0f, 0, 0f, 0f, 0f, 0f]] });

    [Fact]
    public void PointersFromZero() => AssertRefused(
        "x_HEAD.FITS row 1: PTROBS_MIN 0; rows of PHOT are counted from 1.",
        Sample with { HeadRows = Sample.WithHead(0, 4, 0) });

    [Fact]
    public void ADifferentNumberOfObservations() => AssertRefused(
        "x_HEAD.FITS row 1: NOBS 4, but PTROBS_MIN 1 to PTROBS_MAX 3 are 3 rows; the file is damaged.",
        Sample with { HeadRows = Sample.WithHead(0, 3, 4) });

    [Fact]
    public void AnUnknownBand() => AssertRefused(
        "x_PHOT.FITS row 2: BAND 'Y' is no passband of the survey, which has g r i z.",
        Sample with { PhotRows = Sample.WithPhot(1, 1, "Y") });

    [Fact]
    public void AFluxThatIsNoNumber() => AssertRefused(
        "x_PHOT.FITS row 5: FLUXCAL NaN, FLUXCALERR 0.5, MJD 59000.5: all must be finite and the error not negative.",
        Sample with { PhotRows = Sample.WithPhot(4, 3, float.NaN) });

    [Fact]
    public void ARepeatedIdentifier() => AssertRefused(
        "x_HEAD.FITS row 2: SNID '101' stands already in x_HEAD.FITS row 1; choose to put the label into identifiers, or import the folders one by one.",
        Sample with { HeadRows = Sample.WithHead(1, 0, "101") });

    [Fact]
    public void AMissingColumn() => AssertRefused(
        "x_PHOT.FITS: no column 'FLUXCALERR'; did you mean 'FLUXCAL_ERR'?",
        Sample with { PhotColumns = [.. Sample.PhotColumns[..4], ("FLUXCAL_ERR", "1E")] });

    [Fact]
    public void AnArrayWhereANumberShouldBe() => AssertRefused(
        "x_PHOT.FITS row 1: MJD holds arrays of variable length, should hold one number a row.",
        Sample with { PhotColumns = [("MJD", "1P"), .. Sample.PhotColumns[1..]] });

    [Fact]
    public void AFileWithoutItsPartner()
    {
        folder.Write("a_HEAD.FITS.gz", Sample.Head);
        var error = Assert.Throws<InputException>(() => SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path }));
        Assert.Equal("a_HEAD.FITS.gz: its PHOT file 'a_PHOT.FITS.gz' is missing; both are needed.", WithoutFolder(error.Message));
    }

    [Fact]
    public void AFolderWithoutFiles()
    {
        var error = Assert.Throws<InputException>(() => SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path }));
        Assert.EndsWith(": no SNANA files (…HEAD.FITS or .DAT, perhaps .gz) in this folder or below.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingMetadataColumn()
    {
        Write("x", Sample);
        var error = Assert.Throws<InputException>(() => SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path, Metadata = [new("MWEBW")] }));
        Assert.EndsWith(": no object has a column 'MWEBW'; did you mean 'MWEBV'?", error.Message, StringComparison.Ordinal);
    }

    private string?[] Labels(SnanaImportOptions options) => SnanaImporter.Read(options).Catalog.Labels.ToArray();

    private void Write(string name, SnanaSample sample, bool isGzip = false)
    {
        Directory.CreateDirectory(folder.File(name));
        var (end, make) = isGzip ? (".gz", (Func<byte[], byte[]>)TemporaryFolder.Gzip) : (string.Empty, bytes => bytes);
        folder.Write($"{name}/x_HEAD.FITS{end}", make(sample.Head));
        folder.Write($"{name}/x_PHOT.FITS{end}", make(sample.Phot));
    }

    private void AssertRefused(string message, SnanaSample sample)
    {
        folder.Write("x_HEAD.FITS", sample.Head);
        folder.Write("x_PHOT.FITS", sample.Phot);
        var error = Assert.Throws<InputException>(() => SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path }));
        Assert.Equal(message, WithoutFolder(error.Message));
    }

    private string WithoutFolder(string message) => message.Replace(folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
}
