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

    [Fact]
    public void HasNoProblemHere() => Assert.Null(TorchRuntime.Problem());

    [Fact]
    public void NamesThePlatformsWhereThereIsNone()
    {
        var problem = TorchRuntime.Problem("linux-riscv64", [AppContext.BaseDirectory]);

        Assert.Equal("LibTorch is not available for linux-riscv64; networks run on linux-x64, win-x64, win-arm64, osx-arm64.", problem);
    }

    [Fact]
    public void SaysWhereTheLibraryIsMissing()
    {
        var folder = Directory.CreateTempSubdirectory();

        var problem = TorchRuntime.Problem("linux-x64", [folder.FullName]);

        Assert.Contains($"is not beside the program, in {folder.FullName}; ", problem, StringComparison.Ordinal);
        folder.Delete();
    }

    [Fact]
    public void GivesTheLoadersReasonInOneLine()
    {
        var folder = Directory.CreateTempSubdirectory();
        foreach (var name in (string[])["libLibTorchSharp.so", "libLibTorchSharp.dylib", "LibTorchSharp.dll"])
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), "no library");
        }

        var problem = TorchRuntime.Problem("linux-x64", [folder.FullName]);

        Assert.Matches(@"^\S+ does not load: .{10,}; it needs .+\.$", problem);
        folder.Delete(recursive: true);
    }
}
