namespace Atat.LightCurves.Tests;

public sealed class CatalogMemoryTests
{
    private const int Objects = 2000;
    private const int Observations = 150;

    // Times, fluxes, errors, bands and two flags.
    private const long Payload = (long)Objects * Observations * (8 + 4 + 4 + 1 + 1 + 1);

    [Fact]
    public void Building_allocates_the_columns_and_nothing_for_an_observation()
    {
        Build();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var catalog = Build();

        // Chunks that double, the arrays at the end, and 500 bytes for each object.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Payload, (4 * Payload) + (500 * Objects));
        before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0.0;
        for (var i = 0; i < catalog.Count; i++)
        {
            sum += catalog[i].LightCurve.Flux[^1];
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(Objects * (Observations - 1.0), sum);
    }

    [Fact]
    public void Shuffling_allocates_the_columns_and_nothing_for_an_observation()
    {
        var catalog = Build();
        var rows = Enumerable.Range(0, Objects).ToArray();
        new Random(1).Shuffle(rows);
        catalog.Select(rows);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var shuffled = catalog.Select(rows);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Payload, (4 * Payload) + (500 * Objects));
        for (var i = 0; i < Objects; i++)
        {
            Assert.Equal(catalog.Ids[rows[i]], shuffled.Ids[i]);
            Assert.Equal(catalog[rows[i]].LightCurve.Mjd.ToArray(), shuffled[i].LightCurve.Mjd.ToArray());
        }
    }

    private static Catalog Build()
    {
        var builder = new CatalogBuilder(new CatalogSchema("m", [new Passband("g", 4800)], BrightnessUnit.Flux, 27.5, [], Taxonomy.Empty));
        var mjd = Enumerable.Range(0, Observations).Select(i => 60000.0 + i).ToArray();
        var flux = Enumerable.Range(0, Observations).Select(i => (float)i).ToArray();
        var (error, band, flags) = (new float[Observations], new byte[Observations], new bool[Observations]);
        for (var i = 0; i < Objects; i++)
        {
            builder.Add(new ObjectRow($"{i}"), [], new LightCurve(mjd, flux, error, band, flags, flags));
        }

        return builder.Build();
    }
}
