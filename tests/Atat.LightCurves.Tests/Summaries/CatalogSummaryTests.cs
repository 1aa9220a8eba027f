using Atat.LightCurves.Summaries;

namespace Atat.LightCurves.Tests.Summaries;

public sealed class CatalogSummaryTests
{
    [Fact]
    public void Counts_are_those_of_the_objects()
    {
        var builder = new CatalogBuilder(Make.Schema(new TaxonomyEntry("b", "B"), new TaxonomyEntry("a", "A"), new TaxonomyEntry("none", "Empty")));
        builder.Add(new ObjectRow("1", "a", Partition: Partition.Train, Fold: 1), [0.5f], Make.LightCurve(new Observation(10, true), new Observation(20, Band: 1), new Observation(40, true, true, 1)));
        builder.Add(new ObjectRow("2", "a", Partition: Partition.Test), [float.NaN], Make.LightCurve(new Observation(5, true, true)));
        builder.Add(new ObjectRow("3", "b", Partition: Partition.Train, Fold: 0), [1.5f], default);
        builder.Add(new ObjectRow("4", "unheard of"), [float.NaN], Make.LightCurve(new Observation(30, true)));
        var summary = CatalogSummary.Of(builder.Build());

        Assert.Equal((4, 5L, 2), (summary.Objects, summary.Observations, summary.NeverDetected));
        Assert.Equal((0.8, 0.4), (summary.DetectedShare, summary.SaturatedShare));
        Assert.Equal((5.0, 40.0), summary.Mjd);
        Assert.Equal([new ClassSummary("B", 1, 1, 0, 0), new ClassSummary("A", 2, 1, 1, 2), new ClassSummary(null, 1, 0, 0, 1)], summary.Classes);
        Assert.Equal([new BandSummary("g", 4800, 3, 3), new BandSummary("r", 6200, 2, 1)], summary.Bands);
        Assert.Equal(new MetadataSummary("z", MetadataRole.Redshift, 0.5, new Quantiles(0.5, 0.75, 1, 1.25, 1.5)), summary.Metadata[0]);
        Assert.Equal([1, 1], summary.Folds);
        Assert.Equal((1, 2, 1), (summary.Partitions[Partition.None], summary.Partitions[Partition.Train], summary.Partitions[Partition.Test]));
        Assert.Equal(new Quantiles(0, 0, 0, 15, 30), summary.DaysPerObject);
    }

    [Fact]
    public void An_empty_catalog_is_summarised_too()
    {
        var summary = CatalogSummary.Of(new CatalogBuilder(Make.Schema()).Build());
        Assert.Equal(0, summary.Objects);
        Assert.Empty(summary.Classes);
        Assert.True(double.IsNaN(summary.Mjd.First) && double.IsNaN(summary.ObservationsPerObject.Median));
    }
}
