using TorchSharp;

namespace Atat.Networks.Tests;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void TensorsMultiplyAndDifferentiate()
    {
        using var scope = torch.NewDisposeScope();
        var weights = torch.tensor(new float[] { 1, 2, 3, 4 }, [2, 2], requires_grad: true);
        var inputs = torch.tensor(new float[] { 5, 6 }, [2, 1]);

        var product = weights.matmul(inputs);
        product.pow(2).sum().backward();

        Assert.Equal([17f, 39f], product.data<float>().ToArray());
        // d/dW sum((W x)^2) = 2 (W x) x^T
        Assert.Equal([170f, 204f, 390f, 468f], weights.grad!.data<float>().ToArray());
    }
}
