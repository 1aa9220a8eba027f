using Atat.LightCurves;

namespace Atat.Formats.Tests;

/// <summary>Random catalogs, and what it means for two to be equal.</summary>
public static class Catalogs
{
    private static readonly Gen<float> Finite = Gen.Float.Where(float.IsFinite);
    private static readonly Gen<float> Metadata = Gen.OneOf(Finite, Gen.Const(float.NaN));
    private static readonly Gen<string> Name = Gen.String[Gen.Char.AlphaNumeric, 1, 6];

    /// <summary>Catalogs of every shape: no objects, no bands, no observations, missing values, awkward names.</summary>
    public static Gen<Catalog> Random { get; } = Gen.SelectMany(Schemas(), schema =>
        Gen.Select(Objects(schema).Array[0, 12], objects => Build(schema, objects)));

    /// <summary>A small catalog with something in every column.</summary>
    public static Catalog Example(int objects)
    {
        var schema = new CatalogSchema(
            "Survey", [new("g", 4800), new("r", 6200)], BrightnessUnit.Flux, 27.5, [new("z", MetadataRole.Redshift), new("size")], Taxonomy.Flat(["Ia", "II"]));
        var builder = new CatalogBuilder(schema);
        for (var i = 0; i < objects; i++)
        {
            var length = i % 7;
            builder.Add(
                new ObjectRow($"object {i}", i % 3 == 0 ? null : "Ia", i, -i, (Partition)(i % 3), i % 3 == 1 ? i % 5 : -1),
                [i * 0.1f, i % 4 == 0 ? float.NaN : i],
                new LightCurve(
                    [.. Enumerable.Range(0, length).Select(t => 59000.5 + t)],
                    [.. Enumerable.Range(0, length).Select(t => t * 1.5f)],
                    [.. Enumerable.Range(0, length).Select(t => t * 0.5f)],
                    [.. Enumerable.Range(0, length).Select(t => (byte)(t % 2))],
                    [.. Enumerable.Range(0, length).Select(t => t > 2)],
                    [.. Enumerable.Range(0, length).Select(t => t == 5)]));
        }

        return builder.Build();
    }

    public static void AssertEqual(Catalog expected, Catalog actual)
    {
        AssertEqual(expected.Schema, actual.Schema);
        Assert.Equal(expected.Ids.ToArray(), actual.Ids.ToArray());
        Assert.Equal(expected.Labels.ToArray(), actual.Labels.ToArray());
        Assert.Equal(expected.RightAscensions.ToArray(), actual.RightAscensions.ToArray());
        Assert.Equal(expected.Declinations.ToArray(), actual.Declinations.ToArray());
        Assert.Equal(expected.Partitions.ToArray(), actual.Partitions.ToArray());
        Assert.Equal(expected.Folds.ToArray(), actual.Folds.ToArray());
        Assert.Equal(expected.Metadata.ToArray(), actual.Metadata.ToArray());
        Assert.Equal(expected.Offsets.ToArray(), actual.Offsets.ToArray());
        LightCurveAssert.Equal(expected.Observations, actual.Observations);
    }

    public static void AssertEqual(CatalogSchema expected, CatalogSchema actual)
    {
        Assert.Equal(expected.Survey, actual.Survey);
        Assert.Equal(expected.Passbands, actual.Passbands);
        Assert.Equal(expected.Unit, actual.Unit);
        Assert.Equal(expected.ZeroPoint, actual.ZeroPoint);
        Assert.Equal(expected.Metadata, actual.Metadata);
        Assert.Equal(expected.Taxonomy, actual.Taxonomy);
    }

    private static Gen<CatalogSchema> Schemas() => Gen.Select(
        Gen.String,
        Gen.Select(Name, Gen.OneOf(Gen.Double[3000, 20000], Gen.Const(double.NaN)), (n, w) => new Passband(n, w)).Array[0, 7],
        Gen.Enum<BrightnessUnit>(),
        Gen.OneOf(Gen.Double[20, 30], Gen.Const(double.NaN)),
        Gen.Select(Name, Gen.Enum<MetadataRole>(), (n, r) => new MetadataColumn("m_" + n, r)).Array[0, 5],
        Gen.Select(Name, Gen.Enum<Branch>(), (n, b) => new TaxonomyEntry(n, "class " + n, b)).Array[0, 5],
        (survey, bands, unit, zeroPoint, metadata, taxonomy) => new CatalogSchema(
            survey,
            [.. bands.DistinctBy(b => b.Name)],
            unit,
            zeroPoint,
            [.. metadata.DistinctBy(c => c.Name)],
            new Taxonomy(taxonomy.DistinctBy(e => e.Label))));

    private static Gen<(ObjectRow Row, float[] Metadata, Observation[] Observations)> Objects(CatalogSchema schema) => Gen.Select(
        Gen.Select(Gen.String, Gen.OneOf(Gen.Bool.Select(_ => (string?)null), Gen.String.Select(s => (string?)s)), Gen.Double[0, 360], Gen.Double[-90, 90], Gen.Enum<Partition>(), Gen.Int[-1, 5])
            .Select((id, label, ra, dec, partition, fold) => new ObjectRow(id, label, fold == 0 ? double.NaN : ra, dec, partition, fold)),
        Metadata.Array[schema.Metadata.Length],
        Observations(schema.Passbands.Length));

    private static Gen<Observation[]> Observations(int bands) => bands == 0
        ? Gen.Const(Array.Empty<Observation>())
        : Gen.Select(Gen.Double[40000, 70000], Finite, Finite, Gen.Int[0, bands - 1], Gen.Bool, Gen.Bool)
            .Select((t, f, e, b, d, s) => new Observation(t, f, Math.Abs(e), (byte)b, d, s)).Array[0, 30];

    private static Catalog Build(CatalogSchema schema, (ObjectRow Row, float[] Metadata, Observation[] Observations)[] objects)
    {
        var builder = new CatalogBuilder(schema);
        for (var i = 0; i < objects.Length; i++)
        {
            var (row, metadata, observations) = objects[i];
            builder.Add(row with { Id = $"{i} {row.Id.Replace('\ud800', ' ')}" }, metadata, new LightCurve(
                [.. observations.Select(o => o.Mjd)],
                [.. observations.Select(o => o.Flux)],
                [.. observations.Select(o => o.FluxError)],
                [.. observations.Select(o => o.Band)],
                [.. observations.Select(o => o.Detected)],
                [.. observations.Select(o => o.Saturated)]));
        }

        return builder.Build();
    }

    private sealed record Observation(double Mjd, float Flux, float FluxError, byte Band, bool Detected, bool Saturated);
}
