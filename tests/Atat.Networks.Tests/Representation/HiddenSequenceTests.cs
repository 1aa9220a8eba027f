using Atat.Networks.Representation;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Tests.Representation;

public sealed class HiddenSequenceTests
{
    [Fact]
    public void A_last_layer_of_the_average_is_the_average_of_the_last_layer()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        manual_seed(4);
        var last = Linear(5, 3, dtype: ScalarType.Float64);
        var hidden = randn(4, 6, 5, ScalarType.Float64);
        var mask = Examples.Series().Points.Mask!;
        Examples.AssertClose(new HiddenSequence(last.forward(hidden)).Pool(), new HiddenSequence(hidden, null, last).Pool(), 1e-14);
        Examples.AssertClose(new HiddenSequence(last.forward(hidden), mask).Pool(), new HiddenSequence(hidden, mask, last).Pool(), 1e-14);

        // Nor does it give an object without any step an embedding.
        Assert.Equal(0, new HiddenSequence(hidden, zeros_like(mask), last).Pool().abs().max().item<double>());
    }
}
