using Atat.Metrics.Embeddings;

namespace Atat.Metrics.Tests.Embeddings;

public sealed class UmapTests
{
    private const int Near = 12;

    [Fact]
    public void Unrolls_a_curved_band_better_than_principal_components()
    {
        var points = Points.Roll(600);
        var map = Umap.Fit(points, 3, new UmapOptions());
        var linear = PrincipalComponents.Fit<double>(points, 3).Transform<double>(points, 2);
        var random = new SplitMix64(1);
        var thrown = Array.ConvertAll(map, _ => Points.Uniform(ref random));
        double Trust(double[] layout) => Trustworthiness.Of(points, 3, layout, 2, Near);

        Assert.InRange(Trust(map), 0.97, 1);
        Assert.InRange(Trust(map), Trust(linear) + 0.01, 1);
        Assert.InRange(Trust(thrown), 0.4, 0.6);
    }

    [Fact]
    public void Keeps_clusters_apart()
    {
        const int width = 20, clusters = 6;
        var points = Array.ConvertAll(Points.Clusters(600, width, clusters, 3, 4), x => (float)x);
        var labels = Enumerable.Range(0, 600).Select(i => i % clusters).ToArray();
        var map = Umap.Fit(points, width, new UmapOptions { Epochs = 200 });
        var predicted = NeighbourVote.Classes(NearestNeighbours.Within(map, 2, 5), labels, clusters);

        Assert.True(predicted.SequenceEqual(labels));
        Assert.All(map, x => Assert.InRange(x, -100, 100));
    }

    [Fact]
    public void Depends_on_the_seed_not_on_threads()
    {
        var points = Points.Clusters(150, 5, 3, 2, 6);
        var map = Umap.Fit(points, 5, new UmapOptions { Epochs = 20, Threads = 1 });

        Assert.Equal(map, Umap.Fit(points, 5, new UmapOptions { Epochs = 20, Threads = 3 }));
        Assert.NotEqual(map, Umap.Fit(points, 5, new UmapOptions { Epochs = 20, Seed = 1 }));
    }

    [Fact]
    public void Maps_few_points_and_equal_ones()
    {
        Assert.All(Umap.Fit([1.0, 1, 1, 2], 1, new UmapOptions()), x => Assert.True(double.IsFinite(x)));
        Assert.All(Umap.Fit(new double[90], 3, new UmapOptions()), x => Assert.True(double.IsFinite(x)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Umap.Fit([1.0, 2], 1, new UmapOptions()));
    }

    [Fact]
    public void Trustworthiness_is_that_of_another_implementation()
    {
        // scikit-learn 1.2.1: maps that are some of the data's own dimensions.
        double[] firstTwo = [.. Points.Nineteen.Where((_, i) => i % 3 < 2)];
        double[] last = [.. Points.Nineteen.Where((_, i) => i % 3 == 2)];

        Assert.Equal(0.9423558897243107, Trustworthiness.Of(Points.Nineteen, 3, firstTwo, 2, 3), 1e-12);
        Assert.Equal(0.5818181818181818, Trustworthiness.Of(Points.Nineteen, 3, last, 1, 5), 1e-12);
        Assert.Equal(1, Trustworthiness.Of(Points.Nineteen, 3, Points.Nineteen, 3, 9), 1e-12);
    }

    [Fact]
    public void Edges_of_a_graph_are_unions_of_both_directions()
    {
        var graph = FuzzyGraph.Of(NearestNeighbours.Within([0.0, 1, 3, 10], 1, 2));

        Assert.Equal([0, 0, 1, 1, 2], graph.Rows);
        Assert.Equal([1, 2, 2, 3, 3], graph.Columns);
        Assert.Equal(1, graph.Weights[0]);
        Assert.All(graph.Weights, w => Assert.InRange(w, 1e-12, 1));
    }
}
