namespace Atat.LightCurves.Tests;

public sealed class CatalogBuilderTests
{
    private static readonly CatalogSchema Schema = Make.Schema(new TaxonomyEntry("A", "A"));

    [Fact]
    public void Objects_come_back_as_they_were_added()
    {
        var builder = new CatalogBuilder(Schema);
        builder.Add(new ObjectRow("x", "A", 10, -20, Partition.Train, 3), [0.25f], Make.LightCurve(new Observation(1, true, false, 1, 5, 2), new Observation(2)));
        builder.Add(new ObjectRow("y"), [float.NaN], default);
        var catalog = builder.Build();

        Assert.Equal((2, 2, 0), (catalog.Count, catalog.ObservationCount, catalog.UnsortedCount));
        Assert.Equal((Partition.Train, 3, Partition.None, -1), (catalog.Partitions[0], catalog.Folds[0], catalog.Partitions[1], catalog.Folds[1]));
        var x = catalog[0];
        Assert.Equal(("x", "A", 10.0, -20.0, 0.25f), (x.Id, x.Label, x.RightAscension, x.Declination, x.Metadata[0]));
        Assert.Equal((1.0, 5f, 2f, 1, true), (x.LightCurve.Mjd[0], x.LightCurve.Flux[0], x.LightCurve.FluxError[0], x.LightCurve.Band[0], x.LightCurve.Detected[0]));
        Assert.Equal(0, catalog[1].LightCurve.Length);
        Assert.True(float.IsNaN(catalog[1].Metadata[0]) && double.IsNaN(catalog[1].RightAscension));
        Assert.Throws<ArgumentOutOfRangeException>(() => catalog[2].Id);
    }

    [Fact]
    public void Unsorted_times_are_sorted_stably_and_counted()
    {
        var builder = new CatalogBuilder(Schema);
        builder.Add(new ObjectRow("x"), [0], Make.LightCurve(new Observation(3, Flux: 1), new Observation(1, Flux: 2), new Observation(3, Flux: 3), new Observation(2, Flux: 4)));
        builder.Add(new ObjectRow("y"), [0], Make.LightCurve(new Observation(1, Flux: 5), new Observation(1, Flux: 6)));
        var catalog = builder.Build();

        Assert.Equal(1, catalog.UnsortedCount);
        Assert.Equal([1, 2, 3, 3], catalog[0].LightCurve.Mjd.ToArray());
        Assert.Equal([2, 4, 1, 3], catalog[0].LightCurve.Flux.ToArray());
        Assert.Equal([5, 6], catalog[1].LightCurve.Flux.ToArray());
    }

    [Fact]
    public void Sorting_moves_whole_observations() =>
        Gen.Select(Gen.Double[0, 10], Gen.Float[-5, 5], Gen.Float[0, 5], Gen.Byte[0, 1], Gen.Bool, Gen.Bool, (t, f, e, b, d, s) => new Observation(t, d, s, b, f, e)).Array[0, 40].Sample(all =>
        {
            var builder = new CatalogBuilder(Schema);
            builder.Add(new ObjectRow("x"), [0], Make.LightCurve(all));
            var sorted = builder.Build()[0].LightCurve;
            var back = new List<Observation>();
            for (var i = 0; i < sorted.Length; i++)
            {
                back.Add(new Observation(sorted.Mjd[i], sorted.Detected[i], sorted.Saturated[i], sorted.Band[i], sorted.Flux[i], sorted.FluxError[i]));
            }

            Assert.Equal(all.OrderBy(o => o.Mjd), back);
        });

    [Theory]
    [InlineData(double.NaN, 1f, 1f, 0, "finite")]
    [InlineData(double.PositiveInfinity, 1f, 1f, 0, "finite")]
    [InlineData(1, float.NaN, 1f, 0, "finite")]
    [InlineData(1, 1f, float.PositiveInfinity, 0, "finite")]
    [InlineData(1, 1f, -1f, 0, "negative")]
    [InlineData(1, 1f, 1f, 2, "band number 2")]
    public void A_bad_observation_is_named(double mjd, float flux, float error, byte band, string says)
    {
        var builder = new CatalogBuilder(Schema);
        var thrown = Assert.Throws<InputException>(() => builder.Add(new ObjectRow("x7"), [0], Make.LightCurve(new Observation(0), new Observation(mjd, Band: band, Flux: flux, FluxError: error))));
        Assert.Contains("'x7', observation 2", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, builder.Count);
    }

    [Fact]
    public void Identifiers_are_unique_and_not_empty()
    {
        var builder = new CatalogBuilder(Schema);
        builder.Add(new ObjectRow("x"), [0], default);
        Assert.Contains("'x' stands twice", Assert.Throws<InputException>(() => builder.Add(new ObjectRow("x"), [0], default)).Message, StringComparison.Ordinal);
        Assert.Contains("no identifier", Assert.Throws<InputException>(() => builder.Add(new ObjectRow(string.Empty), [0], default)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.Add(new ObjectRow("y"), [0, 1], default));
        Assert.Equal(1, builder.Build().Count);
    }

    [Fact]
    public void A_split_or_schema_of_another_size_does_not_fit()
    {
        var catalog = Make.Classes(2);
        Assert.Throws<ArgumentException>(() => catalog.WithSplit(new Partition[1], new int[2]));
        Assert.Throws<ArgumentException>(() => catalog.WithSchema(catalog.Schema with { Passbands = [] }));
        Assert.Equal("renamed", catalog.WithSchema(catalog.Schema with { Survey = "renamed" }).Schema.Survey);
    }
}
