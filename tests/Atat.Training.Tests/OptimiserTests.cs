using Atat.Training.Configuration;
using Atat.Training.Optimisation;
using static TorchSharp.torch;

namespace Atat.Training.Tests;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class OptimiserTests
{
    [Fact]
    public void AgreesWithTheLibrarysAdamW()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var ours = nn.Linear(3, 2, hasBias: false);
        using var theirs = nn.Linear(3, 2, hasBias: false);
        using (no_grad())
        {
            theirs.weight!.copy_(ours.weight!);
        }

        using var mine = new AdamW(ours, new OptimiserConfig { WeightDecay = 0.1, Beta1 = 0.9, Beta2 = 0.99, GradientClip = 0, Averaging = 0 });
        using var reference = optim.AdamW(theirs.parameters(), 0.01, 0.9, 0.99, 1e-8, 0.1);
        for (var step = 0; step < 20; step++)
        {
            var input = randn(5, 3);
            ours.forward(input).square().sum().backward();
            mine.Step(step, 0.01);
            reference.zero_grad();
            theirs.forward(input).square().sum().backward();
            reference.step();
        }

        Assert.True(ours.weight!.allclose(theirs.weight!, 1e-5, 1e-6));
    }

    [Fact]
    public void ClipsTheGradientAndAveragesTheWeights()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(4, 1, hasBias: false);
        using var optimiser = new AdamW(module, new OptimiserConfig { WeightDecay = 0, Beta1 = 0, Beta2 = 0, GradientClip = 1, Averaging = 0.5 });
        var start = module.weight!.detach().clone();
        (module.weight! * 100).sum().backward();
        var norm = optimiser.Step(0, 0.5);
        Assert.Equal(200, norm, 1e-3);
        var first = module.weight!.detach().clone();
        Assert.True((start - first).allclose(full_like(start, 0.5), 1e-4, 1e-4));
        optimiser.SwapAverage();
        Assert.True(module.weight!.allclose((start * 0.1) + (first * 0.9), 1e-5, 1e-6));
        optimiser.SwapAverage();
        Assert.True(module.weight!.equal(first).all().item<bool>());
    }

    [Theory]
    [InlineData(0, 1e-4)]
    [InlineData(9, 1e-3)]
    [InlineData(10, 1e-3)]
    [InlineData(60, 5e-4)]
    [InlineData(110, 0)]
    public void LearningRateWarmsUpAndFalls(long step, double expected) =>
        Assert.Equal(expected, LearningRate.At(new OptimiserConfig { LearningRate = 1e-3, WarmupSteps = 10 }, step, 110), 1e-12);
}
