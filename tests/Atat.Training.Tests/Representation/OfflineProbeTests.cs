using Atat.Training.Representation.Probes;
using static TorchSharp.torch;

namespace Atat.Training.Tests.Representation;

/// <summary>Probes on finished embeddings.</summary>
[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class OfflineProbeTests
{
    [Fact]
    public void A_linear_layer_separates_what_a_line_can()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (points, labels) = Make((x, y) => (100 * x) + y > 3);
        Assert.InRange(Accuracy(nn.Linear(2, 2), points, labels), 0.99, 1);
    }

    [Fact]
    public void Only_the_perceptron_separates_a_checkerboard()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (points, labels) = Make((x, y) => x > 0 != y > 0);
        Assert.InRange(Accuracy(nn.Linear(2, 2), points, labels), 0.3, 0.7);
        Assert.InRange(Accuracy(new Perceptron(2, 2), points, labels), 0.96, 1);
    }

    [Fact]
    public void An_embedding_without_spread_is_no_error()
    {
        using var scope = NewDisposeScope();
        var labels = tensor([0L, 1, 1, 1]);
        using var classified = OfflineProbe.Classify(nn.Linear(3, 2), new EmbeddedSet(ones(4, 3), labels), ones(2, 3));
        Assert.Equal([1L, 1L], classified.data<long>());
    }

    private static double Accuracy(nn.Module<Tensor, Tensor> probe, Tensor points, Tensor labels)
    {
        using var classified = OfflineProbe.Classify(probe, new EmbeddedSet(points[..400], labels[..400]), points[400..]);
        return classified.eq(labels[400..]).to(float64).mean().item<double>();
    }

    private static (Tensor Points, Tensor Labels) Make(Func<double, double, bool> isSecond)
    {
        var random = new Random(5);
        var points = Enumerable.Range(0, 1600).Select(_ => (2 * random.NextSingle()) - 1).ToArray();
        return (tensor(points, [800, 2]), tensor([.. Enumerable.Range(0, 800).Select(i => isSecond(points[2 * i], points[(2 * i) + 1]) ? 1L : 0L)]));
    }
}
