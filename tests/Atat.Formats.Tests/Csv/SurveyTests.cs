using Atat.Formats.Csv;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Csv;

/// <summary>Whole surveys, imported by naming their columns.</summary>
public class SurveyTests
{
    [Fact]
    public void SupernovaChallenge()
    {
        var (catalog, report) = CsvImporter.Read(new CsvImportOptions
        {
            Objects = SharedData.Path("data", "spcc", "objects.csv"),
            LightCurves = SharedData.Path("data", "spcc", "light_curves.csv.gz"),
            Survey = "SPCC",
            Id = "snid",
            Brightness = "fluxcal",
            Error = "fluxcalerr",
            ZeroPoint = 27.5,
            RightAscension = "ra",
            Declination = "dec",
            Label = "class",
            Metadata =
            [
                new("mwebv", MetadataRole.MilkyWayReddening), new("z_final", MetadataRole.Redshift), new("z_final_err", MetadataRole.RedshiftError),
                new("host_photoz"), new("host_photoz_err"),
            ],
            Missing = ["-9"],
        });

        Assert.Equal(15956, catalog.Count);
        Assert.Empty(report.Notes);
        Assert.Equal(0, report.Unsorted);
        Assert.Equal(["g", "r", "i", "z"], catalog.Schema.Passbands.Select(b => b.Name));
        Assert.Equal(["II", "Ia", "Ibc"], catalog.Schema.Taxonomy.Classes);
        Assert.Equal(10058, catalog.Labels.Count("II"));
        var first = catalog[0];
        Assert.Equal("17", first.Id);
        Assert.Equal([0.0111f, 0.3502f, 0.0468f, 0.3502f, 0.0468f], first.Metadata.ToArray());
        Assert.Equal(93, first.LightCurve.Length);
        Assert.Equal(56171.051, first.LightCurve.Mjd[0]);
        Assert.Equal(-36.79f, first.LightCurve.Flux[0]);
        Assert.Equal(78.09f, first.LightCurve.FluxError[0]);
    }

    [Fact]
    public void MagellanicVariables()
    {
        var (catalog, report) = CsvImporter.Read(new CsvImportOptions
        {
            Objects = SharedData.Path("data", "eros_lmc", "objects.csv"),
            LightCurves = SharedData.Path("data", "eros_lmc", "light_curves.csv.gz"),
            Id = "id",
            Time = "t",
            Brightness = "light",
            Error = "err",
            Unit = BrightnessUnit.Magnitude,
            Label = "class",
            Metadata = [new("period", MetadataRole.Period), new("magnitude_b"), new("magnitude_r")],
            Passbands = [new("b", 5500), new("r", 7500)],
        });

        Assert.Equal(3641, catalog.Count);
        Assert.Equal(2231, catalog.Labels.Count("rr_lyrae"));
        Assert.Equal(0, report.WithoutObservations);
        Assert.DoesNotContain(false, catalog.Observations.Detected.ToArray());
    }

    [Fact]
    public void OneBandInJulianDates()
    {
        var (catalog, _) = CsvImporter.Read(new CsvImportOptions
        {
            Objects = SharedData.Path("data", "asas_acvs", "objects.csv"),
            LightCurves = SharedData.Path("data", "asas_acvs", "light_curves.csv.gz"),
            Id = "id",
            Time = "hjd",
            TimeOffset = 2400000.5,
            Band = null,
            Passbands = [new("V", 5448)],
            Brightness = "mag",
            Error = "magerr",
            Unit = BrightnessUnit.Magnitude,
            RightAscension = "ra",
            Declination = "dec",
            Label = "class_code",
        });

        Assert.Equal(8732, catalog.Count);
        Assert.Equal(2223, catalog.Labels.Count("mira"));
        Assert.Equal(2452622.54996 - 2400000.5, catalog[0].LightCurve.Mjd[0]);
        Assert.Equal(130, catalog[0].LightCurve.Length);
    }

    [Fact]
    public void ZwickyVariables()
    {
        var (catalog, _) = CsvImporter.Read(new CsvImportOptions
        {
            Objects = SharedData.Path("data", "ztf_dr3_vsx", "objects.csv"),
            LightCurves = SharedData.Path("data", "ztf_dr3_vsx", "light_curves.csv.gz"),
            Id = "vsx_oid",
            Brightness = "mag",
            Error = "magerr",
            Unit = BrightnessUnit.Magnitude,
            RightAscension = "ra",
            Declination = "dec",
            Label = "vsx_type",
            Class = "class",
            Metadata = [new("period_d", MetadataRole.Period)],
        });

        Assert.Equal(439, catalog.Count);
        Assert.Equal(["Cepheid", "Ellipsoidal", "R", "RR Lyr", "δ Sct"], catalog.Schema.Taxonomy.Classes.Order(StringComparer.Ordinal));
        Assert.Equal(["g", "r", "i"], catalog.Schema.Passbands.Select(b => b.Name));
    }
}
