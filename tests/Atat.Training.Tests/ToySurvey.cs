using Atat.LightCurves;
using Atat.LightCurves.Splits;

namespace Atat.Training.Tests;

/// <summary>A small catalog of two classes that differ in the sign of their slope, and in one metadata column.</summary>
internal static class ToySurvey
{
    public static CatalogSchema Schema { get; } = new(
        "toy",
        [new Passband("g", 4800), new Passband("r", 6200)],
        BrightnessUnit.Flux,
        27.5,
        [new MetadataColumn("z", MetadataRole.Redshift), new MetadataColumn("z_err", MetadataRole.RedshiftError), new MetadataColumn("size")],
        new Taxonomy([new TaxonomyEntry("rise", "Rise"), new TaxonomyEntry("fall", "Fall")]));

    /// <summary>Makes a catalog in which every n-th object falls.</summary>
    public static Catalog Make(int objects, int seed = 1, int fallEvery = 2)
    {
        var random = new Random(seed);
        var builder = new CatalogBuilder(Schema);
        for (var i = 0; i < objects; i++)
        {
            var rises = (i + 1) % fallEvery != 0;
            var count = random.Next(3, 25);
            var mjd = Enumerable.Range(0, count).Select(_ => 60000 + (60 * random.NextDouble())).Order().ToArray();
            var flux = mjd.Select(t => (float)(50 + ((rises ? 1 : -1) * (t - 60030)) + random.NextDouble())).ToArray();
            float[] metadata = [(float)random.NextDouble(), 0.01f, rises ? random.NextSingle() : float.NaN];
            builder.Add(
                new ObjectRow($"toy-{i}", rises ? "rise" : "fall"),
                metadata,
                new LightCurve(mjd, flux, [.. Enumerable.Repeat(2f, count)], [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(2))], [.. flux.Select(f => f > 40)], new bool[count]));
        }

        return StratifiedSplit.Apply(builder.Build(), TestSize.Share(0.2), 4, 1);
    }
}
