using System.Collections.Immutable;
using Atat.Features;
using Atat.Formats.Csv;
using Atat.LightCurves;

namespace Atat.Training.FeatureParity;

/// <summary>Light curves with the features that published extractors give for them: a folder of CSV tables.</summary>
/// <param name="folder">Holds objects.csv, light_curves.csv, features.csv, features_thesis.csv, features_float64.csv and spm_optimum.csv.</param>
public sealed class ReferenceFeatures(string folder)
{
    private static readonly string[] BandNames = ["u", "g", "r", "i", "z", "Y"];
    private static readonly double[] Wavelengths = [3671, 4827, 6223, 7546, 8691, 9712];

    /// <summary>The survey of the light curves.</summary>
    public static CatalogSchema Schema { get; } = new(
        "ELAsTiCC",
        [.. BandNames.Zip(Wavelengths, (name, wavelength) => new Passband(name, wavelength))],
        BrightnessUnit.Flux,
        27.5,
        [new MetadataColumn("REDSHIFT_HELIO", MetadataRole.Redshift), new MetadataColumn("MWEBV", MetadataRole.MilkyWayReddening)],
        Taxonomy.Empty);

    /// <summary>The light curves.</summary>
    public ImmutableArray<ReferenceObject> Objects { get; } = ReadObjects(folder);

    /// <summary>Values by object and column, as the published extractor of a preset gives them.</summary>
    public Dictionary<(string Id, string Column), double> Published(FeaturePreset preset) =>
        ReadValues(preset == FeaturePreset.Thesis ? "features_thesis.csv" : "features.csv");

    /// <summary>Values of the later set's single-precision families in double precision; those that are defined.</summary>
    public Dictionary<(string Id, string Column), double> InDouble() => ReadValues("features_float64.csv");

    /// <summary>The highest loss of the supernova model's fit that the reference itself ends at, by object.</summary>
    public Dictionary<string, double> Losses(FeaturePreset preset)
    {
        using var table = Open("spm_optimum.csv");
        var (variant, id, final) = (table.Find("variant"), table.Find("object_id"), table.Find("loss_final"));
        int[] others = [table.Find("loss_perturbed_max"), table.Find("loss_lbfgsb")];
        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        while (table.Read())
        {
            if (table.Text(variant) == (preset == FeaturePreset.Thesis ? "thesis" : "composite") && Optional(table, final) is var loss && !double.IsNaN(loss))
            {
                result[table.Text(id)] = others.Select(column => Optional(table, column)).Where(double.IsFinite).Append(loss).Max();
            }
        }

        return result;
    }

    // What is empty is missing; an infinity, which published extractors give for equal times, counts as missing too.
    private static double Optional(CsvTable table, int column) =>
        table.Bytes(column).IsEmpty || table.Bytes(column).EndsWith("inf"u8) ? double.NaN : table.Number<double>(column);

    private static ImmutableArray<ReferenceObject> ReadObjects(string folder)
    {
        var rows = new Dictionary<string, List<(double Time, byte Band, double Flux, double Error, bool Detected)>>(StringComparer.Ordinal);
        using (var table = new CsvTable(Path.Combine(folder, "light_curves.csv"), ','))
        {
            var (id, mjd, band, flux) = (table.Find("object_id"), table.Find("mjd"), table.Find("band"), table.Find("flux"));
            var (error, detected) = (table.Find("flux_err"), table.Find("detected"));
            while (table.Read())
            {
                if (!rows.TryGetValue(table.Text(id), out var list))
                {
                    rows.Add(table.Text(id), list = []);
                }

                list.Add((table.Number<double>(mjd), BandOf(table, band), Optional(table, flux), Optional(table, error), table.Flag(detected)));
            }
        }

        var objects = ImmutableArray.CreateBuilder<ReferenceObject>();
        using (var table = new CsvTable(Path.Combine(folder, "objects.csv"), ','))
        {
            var (id, redshift, reddening, ra, dec) = (table.Find("object_id"), table.Find("redshift_helio"), table.Find("mwebv"), table.Find("ra"), table.Find("dec"));
            while (table.Read())
            {
                var list = rows.GetValueOrDefault(table.Text(id)) ?? throw table.Wrong(id, "has no row in light_curves.csv");
                objects.Add(new ReferenceObject(
                    table.Text(id),
                    new ObjectInformation(Optional(table, ra), Optional(table, dec), Optional(table, redshift), Optional(table, reddening)),
                    [.. list.Select(r => r.Time)],
                    [.. list.Select(r => r.Band)],
                    [.. list.Select(r => r.Flux)],
                    [.. list.Select(r => r.Error)],
                    [.. list.Select(r => r.Detected)]));
            }
        }

        return objects.ToImmutable();
    }

    private static byte BandOf(CsvTable table, int column) =>
        Array.IndexOf(BandNames, table.Text(column)) is >= 0 and var band ? (byte)band : throw table.Wrong(column, $"is none of the passbands {string.Join(' ', BandNames)}");

    private CsvTable Open(string name) => new(Path.Combine(folder, name), ',');

    private Dictionary<(string Id, string Column), double> ReadValues(string name)
    {
        using var table = Open(name);
        var (id, feature, band, value) = (table.Find("object_id"), table.Find("feature"), table.Find("band"), table.Find("value"));
        var result = new Dictionary<(string, string), double>();
        while (table.Read())
        {
            var column = table.Text(band) == "all" ? table.Text(feature) : $"{table.Text(feature)}_{table.Text(band)}";
            if (!result.TryAdd((table.Text(id), column), Optional(table, value)))
            {
                throw table.Wrong(feature, "stands twice for the object and band");
            }
        }

        return result;
    }
}
