using Atat.Networks.Representation;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class SeriesPackerTests
{
    [Fact]
    public void Puts_the_observations_of_each_object_in_order_of_time()
    {
        using var scope = NewDisposeScope();
        using var series = SeriesPacker.Pack([1, 2, 3, 4, 5], [0.9f, 0.1f, 0.5f, 0.3f, 0.2f], [0, 1, 2, 3, 4], [10, 20, 30, 40, 50], [3, 0, 2], CPU);
        Assert.Equal([2f, 3, 1, 0, 0, 0, 5, 4, 0], series.Values.data<float>().ToArray());
        Assert.Equal([0.1f, 0.5f, 0.9f, 0, 0, 0, 0.2f, 0.3f, 0], series.Points.Times.data<float>().ToArray());
        Assert.Equal([1L, 2, 0, 0, 0, 0, 4, 3, 0], series.Points.Bands!.data<long>().ToArray());
        Assert.Equal([20f, 30, 10, 0, 0, 0, 50, 40, 0], series.Variances!.data<float>().ToArray());
        Assert.Equal([true, true, true, false, false, false, true, true, false], series.Points.Mask!.data<bool>().ToArray());
    }

    [Fact]
    public void Leaves_out_what_is_not_needed()
    {
        using var series = SeriesPacker.Pack([1, 2], [0, 1], [], [], [1, 1], CPU);
        Assert.Null(series.Points.Bands);
        Assert.Null(series.Points.Mask);
        Assert.Null(series.Variances);
    }

    [Fact]
    public void Refuses_lists_that_do_not_fit_and_numbers_that_are_none()
    {
        Assert.Throws<ArgumentException>(() => SeriesPacker.Pack([1], [0, 1], [], [], [2], CPU));
        Assert.Throws<ArgumentException>(() => SeriesPacker.Pack([1, 2], [0, 1], [1], [], [2], CPU));
        Assert.Throws<ArgumentException>(() => SeriesPacker.Pack([1, 2], [0, 1], [], [], [1], CPU));
        Assert.Throws<ArgumentException>(() => SeriesPacker.Pack([1, float.NaN], [0, 1], [], [], [2], CPU));
    }
}
