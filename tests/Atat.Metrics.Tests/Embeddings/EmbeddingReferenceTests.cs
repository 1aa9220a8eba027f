using System.Text.Json;
using Atat.Metrics.Embeddings;

namespace Atat.Metrics.Tests.Embeddings;

/// <summary>Parity with the reference values of principal components, neighbours and UMAP's first stage.</summary>
public sealed class EmbeddingReferenceTests
{
    private const int Width = 8;
    private readonly JsonElement reference = ReferenceFile.Load("pca_neighbours.json");

    private double[] Data => Doubles("data");

    private int[] Labels => Ints("labels");

    [Fact]
    public void Principal_components_agree()
    {
        var found = PrincipalComponents.Fit<double>(Data, Width);

        Near(Doubles("pca", "mean"), found.Mean, 1e-12);
        Near(Doubles("pca", "components"), found.Components, 1e-9);
        Near(Doubles("pca", "explained_variance"), found.ExplainedVariance, 1e-9);
        Near(Doubles("pca", "explained_variance_ratio"), found.ExplainedVarianceRatio(), 1e-9);
        Near(Doubles("pca", "scores"), found.Transform<double>(Data, Width), 1e-9);
    }

    [Fact]
    public void Neighbours_agree()
    {
        var found = NearestNeighbours.Within(Data, Width, 15, includeSelf: true);
        Assert.Equal(Ints("neighbours", "index"), found.Indices);
        Near(Doubles("neighbours", "distance"), found.Distances, 1e-12);

        var single = NearestNeighbours.Within(Array.ConvertAll(Data, x => (float)x), Width, 15, includeSelf: true);
        Assert.Equal(found.Indices, single.Indices);
        Near(found.Distances, single.Distances, 1e-5);
    }

    [Fact]
    public void The_vote_agrees()
    {
        var rows = At("knn_vote", "train_rows").GetInt32() * Width;
        var neighbours = NearestNeighbours.Among(Data[rows..], Data[..rows], Width, At("knn_vote", "k").GetInt32());
        var labels = Ints("knn_vote", "train_labels");

        Near(Doubles("knn_vote", "test_probability"), NeighbourVote.Probabilities(neighbours, labels, 3), 1e-15);
        Assert.Equal(Ints("knn_vote", "test_prediction"), NeighbourVote.Classes(neighbours, labels, 3));
    }

    [Fact]
    public void The_fuzzy_graph_agrees()
    {
        var neighbours = NearestNeighbours.Within(Data, Width, 14);
        var (nearest, scales, weights) = FuzzyGraph.Directed(neighbours);
        Near(Doubles("fuzzy_graph", "rho"), nearest, 1e-12);
        Near(Doubles("fuzzy_graph", "sigma"), scales, 1e-8);
        Near([.. Doubles("fuzzy_graph", "directed_weight").Where((_, i) => i % 15 > 0)], weights, 1e-8);

        var graph = FuzzyGraph.Of(neighbours);
        Assert.Equal(Ints("fuzzy_graph", "sym_row"), graph.Rows);
        Assert.Equal(Ints("fuzzy_graph", "sym_col"), graph.Columns);
        Near(Doubles("fuzzy_graph", "sym_weight"), graph.Weights, 1e-8);
    }

    [Theory]
    [InlineData("min_dist_0.1")]
    [InlineData("min_dist_0.5")]
    public void The_curve_agrees(string name)
    {
        var expected = At("umap_curve", name);
        var curve = UmapCurve.Fit(expected.GetProperty("min_dist").GetDouble(), expected.GetProperty("spread").GetDouble());

        Assert.Equal(expected.GetProperty("a").GetDouble(), curve.A, 1e-6);
        Assert.Equal(expected.GetProperty("b").GetDouble(), curve.B, 1e-6);
    }

    [Fact]
    public void The_map_keeps_its_clusters_apart()
    {
        var map = Umap.Fit(Data, Width, new UmapOptions());
        var predicted = NeighbourVote.Classes(NearestNeighbours.Within(map, 2, 5), Labels, 3);
        var inData = NeighbourVote.Classes(NearestNeighbours.Within(Data, Width, 5), Labels, 3);

        Assert.InRange(Accuracy(predicted), Accuracy(inData) - 0.05, 1);
        Assert.InRange(Trustworthiness.Of(Data, Width, map, 2, 5), 0.85, 1);
    }

    private double Accuracy(int[] predicted) => predicted.Zip(Labels, (p, l) => p == l ? 1.0 : 0).Average();

    private double[] Doubles(params string[] path) => ReferenceFile.Doubles(At(path));

    private int[] Ints(params string[] path) => ReferenceFile.Ints(At(path));

    private JsonElement At(params string[] path) => path.Aggregate(reference, (element, name) => element.GetProperty(name));

    private static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
