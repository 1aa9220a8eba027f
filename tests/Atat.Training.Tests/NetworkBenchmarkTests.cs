using Atat.Networks;
using Atat.Training.Benchmarks;

namespace Atat.Training.Tests;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class NetworkBenchmarkTests
{
    [Fact]
    public void Both_layouts_classify_alike()
    {
        using var benchmark = new NetworkBenchmark(SpccLengths.Make(20), "cpu", 1);
        Assert.InRange(benchmark.LargestDifference(), 0, 1e-5);
    }

    [Fact]
    public void Operations_are_those_of_the_products()
    {
        // One block of width 2 and one head over two observations and the class token, one harmonic, two classes.
        var architecture = new AtatArchitecture { Classes = 2, Bands = 1, TabularColumns = 0, LightCurve = new TransformerShape(1, 2, 1), Tabular = null, Harmonics = 1 };
        const double Embedding = 2 * 2 * 2 * 2, Series = 2 * 2 * 2 * 4;
        const double QueryKeyAndValue = 3 * 2 * 2 * 2, Attention = 2 * 2 * 3 * 2, Output = 2 * 2 * 2, FeedForward = 2 * 2 * 2 * 4, Head = 2 * 2 * 2;
        Assert.Equal(Embedding + Series + QueryKeyAndValue + Attention + Output + FeedForward + Head, NetworkFlops.Forward(architecture, 2));
        Assert.Equal(Embedding + QueryKeyAndValue + Attention + Output + FeedForward + Head, NetworkFlops.Forward(architecture with { Positional = PositionalEncoding.Sinusoidal }, 2));
    }
}
