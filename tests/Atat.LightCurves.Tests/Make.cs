namespace Atat.LightCurves.Tests;

/// <summary>Small light curves and catalogs.</summary>
internal static class Make
{
    public static LightCurve LightCurve(params IEnumerable<Observation> observations)
    {
        Observation[] all = [.. observations];
        return new LightCurve(
            all.Select(o => o.Mjd).ToArray(),
            all.Select(o => o.Flux).ToArray(),
            all.Select(o => o.FluxError).ToArray(),
            all.Select(o => o.Band).ToArray(),
            all.Select(o => o.Detected).ToArray(),
            all.Select(o => o.Saturated).ToArray());
    }

    public static CatalogSchema Schema(params TaxonomyEntry[] taxonomy) =>
        new("test", [new Passband("g", 4800), new Passband("r", 6200)], BrightnessUnit.Flux, 27.5, [new MetadataColumn("z", MetadataRole.Redshift)], new Taxonomy(taxonomy));

    public static Catalog Catalog(CatalogSchema schema, IEnumerable<(string Id, string? Label)> objects)
    {
        var builder = new CatalogBuilder(schema);
        foreach (var (id, label) in objects)
        {
            builder.Add(new ObjectRow(id, label), [0.5f], LightCurve(new Observation(100, Detected: true)));
        }

        return builder.Build();
    }

    /// <summary>Objects a0, a1 … of class A, b0 … of class B and so on.</summary>
    public static Catalog Classes(params int[] counts)
    {
        var names = counts.Select((_, c) => ((char)('A' + c)).ToString()).ToArray();
        var objects = counts.SelectMany((n, c) => Enumerable.Range(0, n).Select(k => ($"{char.ToLowerInvariant(names[c][0])}{k}", (string?)names[c])));
        return Catalog(Schema([.. names.Select(n => new TaxonomyEntry(n, n))]), objects);
    }
}
