using Atat.LightCurves;

namespace Atat.Features.Tests;

/// <summary>Surveys and catalogs for tests.</summary>
internal static class Surveys
{
    private static readonly (char Name, double Wavelength)[] Bands = [('u', 3671), ('g', 4827), ('r', 6223), ('i', 7546), ('z', 8691), ('Y', 9712)];

    public static CatalogSchema Six { get; } = Schema("ugrizY");

    public static CatalogSchema Schema(string bands, BrightnessUnit unit = BrightnessUnit.Flux, double zeroPoint = 27.5) =>
        new(
            "test",
            [.. Bands.Where(band => bands.Contains(band.Name, StringComparison.Ordinal)).Select(band => new Passband($"{band.Name}", band.Wavelength))],
            unit,
            zeroPoint,
            [new MetadataColumn("z", MetadataRole.Redshift), new MetadataColumn("mwebv", MetadataRole.MilkyWayReddening)],
            new Taxonomy([new TaxonomyEntry("A", "A")]));

    /// <summary>A catalog of objects at redshift 0.25 behind a reddening of 0.125 mag.</summary>
    public static Catalog Catalog(CatalogSchema schema, params IEnumerable<ObjectRows> objects)
    {
        var builder = new CatalogBuilder(schema);
        foreach (var rows in objects)
        {
            var curve = new LightCurve(rows.Time, [.. rows.Flux.Select(f => (float)f)], [.. rows.Error.Select(e => (float)e)], rows.Band, rows.Detected, new bool[rows.Time.Length]);
            builder.Add(new ObjectRow($"object {builder.Count}", "A", 150, -20), [0.25f, 0.125f], curve);
        }

        return builder.Build();
    }

    public static ObjectInformation Information { get; } = new(150, -20, 0.25, 0.125);

    public static TheoryData<FeaturePreset, bool> Settings() => new()
    {
        { FeaturePreset.Thesis, false },
        { FeaturePreset.Thesis, true },
        { FeaturePreset.Composite, false },
        { FeaturePreset.Composite, true },
    };

    public static FeatureExtractor Extractor(FeaturePreset preset, bool published = false, CatalogSchema? schema = null) =>
        new(schema ?? Six, new FeatureSettings { Preset = preset, Published = published });

    public static double[] Features(FeatureExtractor extractor, ObjectRows rows)
    {
        var values = new double[extractor.Columns.Length];
        extractor.Compute(rows.Observations(), Information, values);
        return values;
    }
}
