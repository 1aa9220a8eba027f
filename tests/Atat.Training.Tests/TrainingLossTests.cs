using Atat.Training.Configuration;
using Atat.Training.Optimisation;
using static TorchSharp.torch;

namespace Atat.Training.Tests;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class TrainingLossTests
{
    private static readonly int[] Counts = [90, 9, 1];

    [Fact]
    public void FocalLossWithoutAnExponentIsCrossEntropy() =>
        Gen.Select(Gen.Float[-6, 6].Array[15], Gen.Int[0, 2].Array[5], Gen.Double[0, 0.5]).Sample((logits, labels, smoothing) =>
        {
            var (plain, plainGradient) = LossOf(new OptimiserConfig { LabelSmoothing = smoothing }, logits, labels);
            var (focal, focalGradient) = LossOf(new OptimiserConfig { LabelSmoothing = smoothing, Loss = LossFunction.Focal, FocalGamma = 0 }, logits, labels);
            Assert.Equal(plain, focal, 1e-4);
            Assert.All(plainGradient.Zip(focalGradient), g => Assert.Equal(g.First, g.Second, 1e-5f));
        });

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void FocalLossIsItsFormula(double gamma) =>
        Gen.Select(Gen.Float[-4, 4].Array[3], Gen.Int[0, 2]).Sample((logits, label) =>
        {
            var p = Softmax(logits)[label];
            var (loss, gradient) = LossOf(new OptimiserConfig { Loss = LossFunction.Focal, FocalGamma = gamma }, logits, [label]);
            Assert.Equal(-Math.Pow(1 - p, gamma) * Math.Log(p), loss, 1e-4);

            // Lin et al. 2017, appendix B, for the logit of the true class.
            var expected = Math.Pow(1 - p, gamma) * ((gamma * p * Math.Log(p)) + p - 1);
            Assert.Equal(expected, gradient[label], 1e-4);
        });

    [Fact]
    public void FocalLossOfWhatIsCertainHasNoGradientAndIsFinite()
    {
        var (loss, gradient) = LossOf(new OptimiserConfig { Loss = LossFunction.Focal, FocalGamma = 0.3 }, [200, 0, -50], [0]);
        Assert.Equal(0, loss);
        Assert.All(gradient, g => Assert.Equal(0f, g));
    }

    [Fact]
    public void AdjustedLogitsCarryTheSharesOfTheClasses()
    {
        // Of equal logits, softmax of tau log share is share^tau over its sum: 0.9, 0.09 and 0.01 at tau 1.
        var (loss, gradient) = LossOf(new OptimiserConfig { LogitAdjustment = 1 }, [0, 0, 0], [2]);
        Assert.Equal(-Math.Log(0.01), loss, 1e-5);
        Assert.Equal(0.9, gradient[0], 1e-6);
        Assert.Equal(0.09, gradient[1], 1e-6);
        Assert.Equal(0.01 - 1, gradient[2], 1e-6);

        double[] roots = [Math.Sqrt(0.9), 0.3, 0.1];
        var (half, halfGradient) = LossOf(new OptimiserConfig { LogitAdjustment = 0.5 }, [0, 0, 0], [1]);
        Assert.Equal(-Math.Log(0.3 / roots.Sum()), half, 1e-5);
        Assert.Equal(roots[0] / roots.Sum(), halfGradient[0], 1e-6);
    }

    [Theory]
    [InlineData(ClassWeighting.None)]
    [InlineData(ClassWeighting.Inverse)]
    [InlineData(ClassWeighting.Effective)]
    public void WeightsHaveMeanOneOverTheTrainingObjectsAndNeverFavourTheCommon(ClassWeighting kind) =>
        Gen.Select(Gen.Int[1, 100_000].Array[1, 20], Gen.Double[0, 0.9999]).Sample((counts, beta) =>
        {
            var weights = ClassWeights.Of(kind, beta, counts);
            Assert.Equal(1, counts.Zip(weights, (n, w) => n * w).Sum() / counts.Sum(n => (double)n), 1e-9);
            var byCount = counts.Zip(weights).OrderBy(c => c.First).Select(c => c.Second).ToArray();
            Assert.All(byCount.Zip(byCount.Skip(1)), w => Assert.True(w.First >= w.Second * (1 - 1e-9)));
        });

    [Fact]
    public void WeightsAreTheirFormulas()
    {
        // 100 objects of 3 classes: 100 / (3 n).
        Assert.All(ClassWeights.Of(ClassWeighting.Inverse, 0, Counts).Zip([100 / 270.0, 100 / 27.0, 100 / 3.0]), w => Assert.Equal(w.Second, w.First, 1e-9));

        // With beta 1/2 the effective numbers are 2 (1 - 2^-n): 2, 2 - 2^-8, 1.
        var effective = ClassWeights.Of(ClassWeighting.Effective, 0.5, Counts);
        Assert.Equal(2, effective[2] / effective[0], 1e-9);
        Assert.Equal(2 - Math.Pow(2, -8), effective[2] / effective[1], 1e-9);
        Assert.All(ClassWeights.Of(ClassWeighting.Effective, 0, Counts), w => Assert.Equal(1, w, 1e-12));
    }

    [Theory]
    [InlineData(LossFunction.CrossEntropy)]
    [InlineData(LossFunction.Focal)]
    public void AnObjectCountsByTheWeightOfItsClass(LossFunction loss)
    {
        var config = new OptimiserConfig { Loss = loss };
        float[] logits = [1, -2, 0.5f];
        var (plain, _) = LossOf(config, logits, [2]);
        var (weighted, _) = LossOf(config with { ClassWeights = ClassWeighting.Inverse }, logits, [2]);
        Assert.Equal(plain * 100 / 3, weighted, 1e-3);
    }

    private static (double Loss, float[] Gradient) LossOf(OptimiserConfig config, float[] logits, int[] labels)
    {
        using var scope = NewDisposeScope();
        using var loss = new TrainingLoss(config, Counts, CPU);
        using var input = tensor(logits, [labels.Length, logits.Length / labels.Length], requires_grad: true);
        var value = loss.Sum(input, tensor([.. labels.Select(l => (long)l)]));
        value.backward();
        return (value.item<float>(), input.grad!.data<float>().ToArray());
    }

    private static double[] Softmax(float[] logits)
    {
        var powers = logits.Select(l => Math.Exp(l)).ToArray();
        return [.. powers.Select(p => p / powers.Sum())];
    }
}
