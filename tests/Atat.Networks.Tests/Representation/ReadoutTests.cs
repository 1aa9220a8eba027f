using Atat.Networks.Representation.Decoders;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class ReadoutTests
{
    [Fact]
    public void Takes_the_distribution_of_the_band_asked_for()
    {
        using var scope = NewDisposeScope();
        using var readout = new Readout("", bands: 3, width: 4, postDecoder: null);
        Examples.Set(readout, "head.bias", tensor(new[] { 10f, 1, 20, 2, 30, 3 }));
        var bands = tensor(new long[,] { { 2, 0, 1, 1 } });
        var actual = readout.forward(zeros(1, 4, 4), new(zeros(1, 4), bands));
        Assert.Equal([30f, 10, 20, 20], actual.Mean.data<float>().ToArray());
        Assert.Equal([3f, 1, 2, 2], actual.LogVariance.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Log_variances_stay_within_their_bounds_and_can_come_back()
    {
        using var scope = NewDisposeScope();
        var raw = linspace(-40, 40, 801, ScalarType.Float64).requires_grad_();
        var bounded = LogVariance.Bound(raw);
        Assert.True(bounded.ge(LogVariance.Lowest).all().item<bool>());
        Assert.True(bounded.le(LogVariance.Highest).all().item<bool>());
        var middle = raw.abs().lt(3);
        Examples.AssertClose(raw.masked_select(middle), bounded.masked_select(middle), 3e-5);
        bounded.sum().backward();
        Assert.True(raw.grad!.gt(0).all().item<bool>());
    }
}
