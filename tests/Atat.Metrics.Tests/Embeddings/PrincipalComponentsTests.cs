using Atat.Metrics.Embeddings;

namespace Atat.Metrics.Tests.Embeddings;

public sealed class PrincipalComponentsTests
{
    [Fact]
    public void Are_orthogonal_and_keep_all_distances()
    {
        const int width = 60;
        var points = Points.Clusters(200, width, 4, 3, 3);
        var found = PrincipalComponents.Fit<double>(points, width);
        var scores = found.Transform<double>(points, width);

        for (var c = 0; c < width; c++)
        {
            for (var d = 0; d <= c; d++)
            {
                var product = Enumerable.Range(0, width).Sum(i => found.Components[(c * width) + i] * found.Components[(d * width) + i]);
                Assert.Equal(c == d ? 1 : 0, product, 1e-12);
            }
        }

        var (before, after) = (NearestNeighbours.Within(points, width, 3), NearestNeighbours.Within(scores, width, 3));
        Assert.Equal(before.Indices, after.Indices);
        Assert.All(before.Distances.Zip(after.Distances), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        Assert.Equal(found.ExplainedVariance.OrderDescending(), found.ExplainedVariance);
    }

    [Fact]
    public void Have_no_variance_where_points_have_none()
    {
        // A line in four dimensions: fewer points than dimensions, and one dimension that never changes.
        var found = PrincipalComponents.Fit<float>([1, 1, 5, 0, 2, 2, 5, 0, 4, 4, 5, 0], 4);

        Assert.Equal([Math.Sqrt(0.5), Math.Sqrt(0.5), 0, 0], found.Components[..4], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(found.ExplainedVariance[1..], variance => Assert.Equal(0, variance, 1e-12));
        Assert.Equal(14 / 3.0, found.ExplainedVariance[0], 1e-12);

        var none = PrincipalComponents.Fit<double>([3, 4, 3, 4], 2);
        Assert.Equal([0, 0], none.ExplainedVarianceRatio());
        Assert.Equal([1, 0, 0, 1], none.Components);
    }

    [Fact]
    public void Refuse_what_has_no_components()
    {
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Fit<double>([1, 2], 2));
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Fit<double>([1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Fit<double>([1, 2, double.NaN, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalComponents.Fit<double>([1, 2, 3, 3], 2).Transform<double>([1, 2], 3));
    }
}
