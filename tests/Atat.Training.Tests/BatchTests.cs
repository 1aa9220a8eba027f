using Atat.Networks;
using Atat.Training.Batches;
using Atat.Training.Configuration;
using Atat.Training.Data;
using static TorchSharp.torch;

namespace Atat.Training.Tests;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class BatchTests
{
    [Fact]
    public void MicroBatchesHoldEverySampleOnceAndLittlePadding() =>
        Gen.Select(Gen.Int[0, 300].Array[1, 200], Gen.Int[50, 5000]).Sample((lengths, budget) =>
        {
            var samples = lengths.Select((l, i) => new Sample(i, l, i)).ToArray();
            var parts = MicroBatches.Split(samples, budget).ToArray();
            Assert.Equal(Enumerable.Range(0, lengths.Length), parts.SelectMany(p => p).Select(s => s.Row).Order());
            foreach (var part in parts)
            {
                var slots = part.Length * (part.Max(s => s.Length) + 1);
                Assert.True(part.Length == 1 || slots <= budget);
            }

            var all = parts.Sum(p => p.Length * (p.Max(s => s.Length) + 1));
            Assert.True(all - lengths.Sum(l => l + 1) <= MicroBatches.LargestPadding * all);
        });

    [Fact]
    public void BalancedBatchesHaveEveryClassAlikeAndEveryObjectOnceAnEpoch()
    {
        int[][] groups = [[0, 1, 2], [10, 11, 12, 13, 14], []];
        var sampler = new BatchSampler(7, 6, groups);
        var drawn = Enumerable.Range(0, 5).SelectMany(s => sampler.Batch(s)).ToArray();
        Assert.Equal(15, drawn.Count(i => i < 10));
        Assert.Equal(groups[1], drawn.Where(i => i >= 10).Take(5).Order());
        Assert.Equal(groups[0], drawn.Where(i => i < 10).Skip(3).Take(3).Order());
        Assert.Equal(drawn[18..24], new BatchSampler(7, 6, groups).Batch(3));
        Assert.NotEqual(drawn, Enumerable.Range(0, 5).SelectMany(s => new BatchSampler(8, 6, groups).Batch(s)));
    }

    [Fact]
    public void AStepOverMicroBatchesIsAStepOverOnePaddedBatch()
    {
        using var scope = NewDisposeScope();
        var catalog = ToySurvey.Make(64);
        var inputs = Inputs(catalog);
        var architecture = new AtatArchitecture
        {
            Classes = 2,
            Bands = 2,
            TabularColumns = 3,
            LightCurve = new TransformerShape(2, 4, 2),
            Tabular = new TransformerShape(2, 3, 2),
            Harmonics = 4,
            Dropout = 0,
            AttentionDropout = 0,
        };
        manual_seed(5);
        using var model = new AtatModel(architecture);
        var samples = Enumerable.Range(0, 64).Select(i => new Sample(i, inputs.Windows.Length(i, double.PositiveInfinity), i)).ToArray();
        Tensor Loss(MicroBatch part) => model.forward(part.LightCurves, part.Tabular).Heads
            .Select(h => nn.functional.cross_entropy(h, tensor([.. part.Samples.Select(s => s.Index % 2L)]), reduction: nn.Reduction.Sum))
            .Aggregate((a, b) => a + b) / samples.Length;

        var parts = new BatchBuilder(inputs, architecture, 100, CPU).Build(samples).ToArray();
        Assert.True(parts.Length > 5);
        foreach (var part in parts)
        {
            Loss(part).backward();
        }

        var expected = model.named_parameters().ToDictionary(p => p.name, p => p.parameter.grad!.clone(), StringComparer.Ordinal);
        model.zero_grad();
        List<float> values = [], times = [];
        List<byte> bands = [];
        foreach (var sample in samples)
        {
            for (var i = 0; i < sample.Length; i++)
            {
                values.Add(inputs.Scaling.Flux(inputs.Windows.Fluxes(sample.Index)[i]));
                values.Add(inputs.Scaling.Error(inputs.Windows.Errors(sample.Index)[i]));
                times.Add(inputs.Windows.Times(sample.Index)[i]);
                bands.Add(inputs.Windows.Bands(sample.Index)[i]);
            }
        }

        using var padded = new TokenPacker(2, 2, CPU).Pack([.. values], [.. times], [.. bands], [.. samples.Select(s => s.Length)]);
        Assert.NotNull(padded.Visible);
        Loss(new MicroBatch(samples, padded, tensor(inputs.Tabular, [64, 3]))).backward();
        foreach (var (name, parameter) in model.named_parameters())
        {
            Assert.True((parameter.grad! - expected[name]).abs().max().item<float>() < 1e-5, name);
        }
    }

    [Fact]
    public void PerturbationsDependOnSeedAndPlaceOnlyAndLeaveOutNoMoreThanTheirShare()
    {
        var inputs = Inputs(ToySurvey.Make(40));
        var architecture = new AtatArchitecture { Classes = 2, Bands = 2, TabularColumns = 3 };
        var config = new AugmentationConfig { DropObservations = 0.5, FluxNoise = 1, FluxFactor = 0.1, TimeShift = 3, RedshiftNoise = 1 };
        var samples = Enumerable.Range(0, 40).Select(i => new Sample(i, inputs.Windows.Length(i, double.PositiveInfinity), i)).ToArray();
        (int Tokens, float[] Tabular) Build(AugmentationConfig perturbed, int seed)
        {
            using var scope = NewDisposeScope();
            var parts = new BatchBuilder(inputs, architecture, 10_000, CPU).Build(samples, new Augmentation(perturbed, RedshiftColumns.Find(inputs.Catalog.Schema, inputs.Metadata), rare: null, seed, 0)).ToArray();
            return (parts.Sum(p => p.Samples.Sum(s => s.Length)), [.. parts.SelectMany(p => p.Tabular!.data<float>().ToArray())]);
        }

        var first = Build(config, 1);
        Assert.Equal(first.Tokens, Build(config, 1).Tokens);
        Assert.Equal(first.Tabular, Build(config, 1).Tabular);
        Assert.NotEqual(first.Tabular, Build(config, 2).Tabular);
        var all = samples.Sum(s => s.Length);
        Assert.Equal(all, Build(new AugmentationConfig(), 1).Tokens);
        Assert.InRange(first.Tokens, all / 2, all - 1);
    }

    private static ModelInputs Inputs(LightCurves.Catalog catalog)
    {
        var windows = new WindowedLightCurves(catalog, LightCurves.WindowRule.Causal, 0);
        var rows = Enumerable.Range(0, catalog.Count).ToArray();
        return new ModelInputs(catalog, windows, InputScaling.Fit(FluxScaling.Auto, catalog.Schema.Unit, windows, rows), MetadataTransformation.Fit(catalog, ["z", "z_err", "size"], rows), 2);
    }
}
