using Atat.Metrics.Embeddings;

namespace Atat.Metrics.Tests.Embeddings;

public sealed class LocalOutlierFactorTests
{
    // LocalOutlierFactor of scikit-learn 1.2.1 with four neighbours: without novelty detection, and with it.
    private static readonly double[] OfReferences =
    [
        1.0148339161916784, 1.026987596967593, 1.0671373777607673, 1.0148339161916784, 0.9795710044810516, 1.0967884085258952, 1.3956867170754346, 0.969593752490629, 1.3197426664737175,
        0.9118088838839871, 0.9889490018691147, 0.9782264172351041, 0.9603856298699013, 0.9668933262056889, 0.9852235305946914, 1.0597764804513194, 1.0280812256866563, 1.0062051486956531,
        6.244805693136019,
    ];

    private static readonly double[] Queries = [0.1, 0, 0.2, 4, 4.1, 0, 2, 2, 0, -9, 3, 1];
    private static readonly double[] OfQueries = [0.8926510937795935, 0.9893275156387495, 2.338721944761061, 5.260135210032849];

    [Fact]
    public void Agrees_with_another_implementation()
    {
        var scores = new LocalOutlierFactor<double>(Points.Nineteen, 3, 4);
        Assert.All(OfReferences.Zip(scores.OfReferences()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.All(OfQueries.Zip(scores.Of(Queries)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));

        var single = new LocalOutlierFactor<float>(Array.ConvertAll(Points.Nineteen, x => (float)x), 3, 4);
        Assert.All(OfQueries.Zip(single.Of(Array.ConvertAll(Queries, x => (float)x))), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void A_reference_point_may_be_asked_about_without_itself()
    {
        var scores = new LocalOutlierFactor<double>(Points.Nineteen, 3, 4);
        double[] queries = [.. Points.Nineteen[^6..], .. Queries];
        Assert.All(OfReferences[^2..].Concat(OfQueries).Zip(scores.Of(queries, [17, 18, -1, -1, -1, -1])), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Does_not_depend_on_scale()
    {
        var scores = new LocalOutlierFactor<double>(Array.ConvertAll(Points.Nineteen, x => 8 * x), 3, 4).Of(Array.ConvertAll(Queries, x => 8 * x));
        Assert.All(OfQueries.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
    }

    [Fact]
    public void Is_finite_for_equal_points_and_few()
    {
        Assert.All(new LocalOutlierFactor<double>(new double[30], 1).OfReferences(), score => Assert.Equal(1, score, 1e-12));
        Assert.All(new LocalOutlierFactor<double>([1, 2, 4], 1).Of([3, 100]), score => Assert.True(double.IsFinite(score)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalOutlierFactor<double>([1], 1));
    }
}
