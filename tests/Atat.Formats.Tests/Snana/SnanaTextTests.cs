using Atat.Formats.Snana;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Snana;

public sealed class SnanaTextTests : IDisposable
{
    internal const string Sample = """
        SURVEY: DES
        SNID:   000017
        IAUC:    NULL
        RA:        34.5  deg
        DECL:    -5.25 deg
        FILTERS: griz
        MWEBV:     0.0281    MW E(B-V)
        HOST_GALAXY_PHOTO-Z:   0.4820  +- 0.0324
        REDSHIFT_SPEC: -9.0000  +- 9.0000
        HOSTGAL_MAG: 21.1 20.2 19.9 19.8
        SNTYPE:   22
        SIM_REDSHIFT: 0.51   # truth
        SIM_COMMENT:  SN Type = II , MODEL = SDSS-017564

        # ------------------
        NOBS: 3
        NVAR: 9
        VARLIST:  MJD  FLT FIELD   FLUXCAL   FLUXCALERR   SNR    MAG     MAGERR   SIM_MAG
        OBS:  56171.05  g  NULL   1.30   2.00  0.65  99.0  5.0  99.0
        OBS:  56170.05  r  NULL  25.00   2.00  12.5  24.0  0.1  24.0
        OBS:  56172.05  DES-i  NULL  -1e1   2.50  -4  99.0  5.0  99.0
        END:

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_light_curve_is_read_with_its_keys(bool isGzip)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Sample);
        folder.Write(isGzip ? "a.DAT.gz" : "a.DAT", isGzip ? TemporaryFolder.Gzip(bytes) : bytes);
        var (catalog, report) = SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path, LabelColumn = "SIM_COMMENT", LabelPattern = @"Type = (\w+)" });
        Assert.Equal(1, report.Unsorted);
        Assert.Equal("DES", catalog.Schema.Survey);
        Assert.Equal(["g", "r", "i", "z"], catalog.Schema.Passbands.Select(b => b.Name));
        Assert.Equal(["HOST_GALAXY_PHOTO-Z", "HOST_GALAXY_PHOTO-Z_ERR", "MWEBV", "REDSHIFT_SPEC", "REDSHIFT_SPEC_ERR"], catalog.Schema.Metadata.Select(m => m.Name));
        var item = catalog[0];
        Assert.Equal("000017", item.Id);
        Assert.Equal("II", item.Label);
        Assert.Equal((34.5, -5.25), (item.RightAscension, item.Declination));
        Assert.Equal([0.482f, 0.0324f, 0.0281f, float.NaN, 9], item.Metadata.ToArray());
        Assert.Equal([56170.05, 56171.05, 56172.05], item.LightCurve.Mjd.ToArray());
        Assert.Equal([25f, 1.3f, -10f], item.LightCurve.Flux.ToArray());
        Assert.Equal([1, 0, 2], item.LightCurve.Band.ToArray());
        Assert.Equal([true, false, true], item.LightCurve.Detected.ToArray());
    }

    [Fact]
    public void Several_objects_of_one_file_and_of_several_come_in_order()
    {
        folder.Write("b/two.dat", Sample.Replace("000017", "2", StringComparison.Ordinal) + Sample.Replace("000017", "3", StringComparison.Ordinal));
        folder.Write("a/one.dat", Sample.Replace("000017", "1", StringComparison.Ordinal));
        var (catalog, _) = SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path });
        Assert.Equal(["1", "2", "3"], catalog.Ids.ToArray());
        Assert.Equal(["a", "b", "b"], catalog.Labels.ToArray());
    }

    [Theory]
    [InlineData("END:", "", "line 1: object '000017' has no END; the file is cut short.")]
    [InlineData("NOBS: 3", "NOBS: 4", "line 1: NOBS 4, but object '000017' has 3 observations; the file is cut short or damaged.")]
    [InlineData("SNID:   000017", "", "line 18: has no SNID; every object needs an identifier.")]
    [InlineData(" 24.0  0.1  24.0", " 24.0", "line 20: 7 values, but VARLIST names 9 columns; the line is cut short or damaged.")]
    [InlineData("25.00   2.00", "25,00   2.00", "line 20: FLUXCAL is '25,00', which is no number.")]
    [InlineData("25.00   2.00", "nan   2.00", "line 20: FLUXCAL NaN, FLUXCALERR 2, MJD 56170.05: all must be finite and the error not negative.")]
    [InlineData("DES-i", "DES-Y", "line 21: 'DES-Y' is no passband of the survey, which has g r i z.")]
    [InlineData("FLUXCALERR ", "FLUXERR ", "line 18: VARLIST has no FLUXCALERR; it names MJD FLT FIELD FLUXCAL FLUXERR SNR MAG MAGERR SIM_MAG.")]
    public void What_is_wrong_is_named(string text, string instead, string message)
    {
        var path = folder.Write("a.DAT", Sample.Replace(text, instead, StringComparison.Ordinal));
        var error = Assert.Throws<InputException>(() => SnanaImporter.Read(new SnanaImportOptions { Source = path, Unlabelled = true }));
        Assert.Equal($"{path} {message}", error.Message);
    }
}
