using Atat.Networks.Representation;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

/// <summary>The recurrence in single precision, for which LibTorch has kernels of its own, beside the same in double precision.</summary>
public sealed class RecurrencePrecisionTests
{
    [Theory]
    [InlineData(5, 6, 3, 7)]
    [InlineData(8, 16, 4, 20)]
    [InlineData(48, 64, 32, 40)]
    [InlineData(64, 64, 32, 160)]
    [InlineData(192, 64, 32, 40)]
    [InlineData(192, 64, 5, 40)]
    public void Agrees_with_double_precision(int inputs, int width, int batch, int steps)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var single = new Recurrence("single", inputs, width);
        using var exact = new Recurrence("exact", inputs, width);
        exact.load_state_dict(single.state_dict());
        exact.to(ScalarType.Float64);
        var series = randn(batch, steps, inputs);
        var fine = series.to(ScalarType.Float64);
        using (no_grad())
        {
            AssertClose(exact.forward(fine), single.forward(series), "inference");
        }

        var (a, b) = (fine.detach().requires_grad_(), series.detach().requires_grad_());
        var expected = exact.forward(a);
        var actual = single.forward(b);
        AssertClose(expected, actual, "training");
        expected.square().mean().backward();
        actual.square().mean().backward();
        AssertClose(a.grad! * batch * steps, b.grad! * batch * steps, "gradient of the input");
        foreach (var ((name, want), (_, got)) in exact.named_parameters().Zip(single.named_parameters()))
        {
            AssertClose(want.grad!, got.grad!, $"gradient of {name}");
        }
    }

    private static void AssertClose(Tensor expected, Tensor actual, string what)
    {
        var difference = (expected.detach() - actual.detach().to(ScalarType.Float64)).abs().max().item<double>();
        Assert.True(difference < 1e-4, $"{what} differs by {difference:G3}");
    }
}
