using Atat.Networks.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests;

public sealed class AtatModelTests
{
    private static readonly AtatArchitecture Small = new()
    {
        Classes = 3,
        Bands = 2,
        TabularColumns = 4,
        LightCurve = new TransformerShape(2, 4, 2),
        Tabular = new TransformerShape(2, 3, 2),
        Harmonics = 5,
        Dropout = 0.5,
        AttentionDropout = 0.5,
    };

    [Theory]
    [InlineData(64, 1_949_052)]
    [InlineData(64 + 429, 2_072_604)]
    public void HasTheParametersOfTheThesis(int columns, long expected)
    {
        using var model = new AtatModel(new AtatArchitecture { Classes = 20, Bands = 6, TabularColumns = columns });
        Assert.Equal(expected, model.ParameterCount);
    }

    [Theory]
    [InlineData(true, true, 6 + 8)]
    [InlineData(true, false, 8)]
    [InlineData(false, true, 6)]
    public void TheEmbeddingIsWhatTheHeadOfThePredictionReads(bool hasLightCurve, bool hasTabular, int width)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        manual_seed(2);
        var architecture = Small with { LightCurve = hasLightCurve ? Small.LightCurve : null, Tabular = hasTabular ? Small.Tabular : null };
        using var model = new AtatModel(architecture);
        model.eval();
        var (values, times, bands) = Observations(7, 2);
        using var tokens = new TokenPacker(2, 2, CPU).Pack(values, times, bands, [3, 4]);
        var output = model.forward(tokens, randn(2, 4));
        var embedding = output.Embedding();
        Assert.Equal([2L, width], embedding.shape);
        Assert.Equal(width, architecture.EmbeddingWidth);

        var heads = model.named_children().Where(child => child.name.EndsWith("head", StringComparison.Ordinal)).Select(child => child.module).ToArray();
        var head = Assert.IsAssignableFrom<nn.Module<Tensor, Tensor>>(hasLightCurve && hasTabular ? heads.OfType<MixHead>().Single() : Assert.Single(heads));
        Assert.Equal(0f, (head.forward(embedding) - output.Logits).abs().max().item<float>());
    }

    [Theory]
    [InlineData(PositionalEncoding.TimeModulation, TabularPlacement.Branch)]
    [InlineData(PositionalEncoding.Sinusoidal, TabularPlacement.Branch)]
    [InlineData(PositionalEncoding.TimeModulation, TabularPlacement.Sequence)]
    public void AnObjectDoesNotDependOnItsCompanions(PositionalEncoding positional, TabularPlacement placement)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        manual_seed(1);
        using var model = new AtatModel(Of(placement) with { Positional = positional });
        model.eval();
        int[] lengths = [3, 7, 0, 1];
        var (values, times, bands) = Observations(lengths.Sum(), 2);
        var tabular = randn(4, 4);
        using var together = new TokenPacker(2, 2, CPU).Pack(values, times, bands, lengths);
        var expected = model.forward(together, tabular).Logits;
        var start = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            var end = start + lengths[i];
            using var alone = new TokenPacker(2, 2, CPU).Pack(values.AsSpan((2 * start)..(2 * end)), times.AsSpan(start..end), bands.AsSpan(start..end), [lengths[i]]);
            var logits = model.forward(alone, tabular.narrow(0, i, 1)).Logits;
            Assert.InRange((logits - expected.narrow(0, i, 1)).abs().max().item<float>(), 0f, 1e-5f);
            start = end;
        }
    }

    [Theory]
    [InlineData(PositionalEncoding.TimeModulation)]
    [InlineData(PositionalEncoding.Sinusoidal)]
    public void TheOrderOfObservationsDoesNotMatter(PositionalEncoding positional)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        manual_seed(2);
        using var model = new AtatModel(Small with { Tabular = null, TabularColumns = 0, Positional = positional });
        model.eval();
        var (values, times, bands) = Observations(6, 2);
        using var forwards = new TokenPacker(2, 2, CPU).Pack(values, times, bands, [6]);
        var reversedValues = Enumerable.Range(0, 6).SelectMany(i => values[(2 * (5 - i))..(2 * (6 - i))]).ToArray();
        using var backwards = new TokenPacker(2, 2, CPU).Pack(reversedValues, [.. times.Reverse()], [.. bands.Reverse()], [6]);
        Assert.InRange((model.forward(forwards, null).Logits - model.forward(backwards, null).Logits).abs().max().item<float>(), 0f, 1e-5f);
    }

    [Fact]
    public void TimeModulationFollowsItsEquation()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        manual_seed(3);
        var architecture = Small with { FirstHarmonic = 1, Period = 40 };
        using var module = new TimeModulation("modulation", architecture, 8);
        var weights = module.named_parameters().ToDictionary(p => p.name, p => p.parameter.data<float>().ToArray(), StringComparer.Ordinal);
        var (values, times, bands) = Observations(5, 2);
        using var tokens = new TokenPacker(2, 2, CPU).Pack(values, times, bands, [5]);
        var actual = module.forward(tokens);
        for (var i = 0; i < 5; i++)
        {
            var row = (int)tokens.Sequence[0, i + 1].item<long>() - 1;
            for (var k = 0; k < 8; k++)
            {
                var (scale, shift) = (0.0, 0.0);
                for (var h = 0; h < 5; h++)
                {
                    var angle = 2 * Math.PI * (h + 1) / 40 * times[i];
                    var sine = ((bands[i] * 10) + h) * 16;
                    var cosine = ((bands[i] * 10) + 5 + h) * 16;
                    scale += (weights["tables"][sine + k] * Math.Sin(angle)) + (weights["tables"][cosine + k] * Math.Cos(angle));
                    shift += (weights["tables"][sine + 8 + k] * Math.Sin(angle)) + (weights["tables"][cosine + 8 + k] * Math.Cos(angle));
                }

                var embedded = (weights["embed.weight"][2 * k] * values[2 * i]) + (weights["embed.weight"][(2 * k) + 1] * values[(2 * i) + 1]) + weights["embed.bias"][k];
                Assert.Equal((embedded * scale) + shift, actual[row, k].item<float>(), 1e-4);
            }
        }
    }

    [Fact]
    public void ReadingTheFirstTokenOnlyChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var block = new TransformerBlock("block", new TransformerShape(2, 4, 1), 0, 0);
        block.eval();
        var input = randn(3, 6, 8);
        var visible = rand(3, 1, 1, 6) > 0.4;
        visible[TensorIndex.Colon, 0, 0, 0] = true;
        var whole = block.forward(input, visible).narrow(1, 0, 1);
        Assert.InRange((whole - block.ForwardFirst(input, visible)).abs().max().item<float>(), 0f, 1e-6f);
    }

    [Theory]
    [InlineData(PositionalEncoding.TimeModulation, TabularPlacement.Branch)]
    [InlineData(PositionalEncoding.Sinusoidal, TabularPlacement.Branch)]
    [InlineData(PositionalEncoding.TimeModulation, TabularPlacement.Sequence)]
    public void GradientsAgreeWithFiniteDifferences(PositionalEncoding positional, TabularPlacement placement)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        using var model = new AtatModel(Of(placement) with { Positional = positional });
        model.eval();
        model.to(ScalarType.Float64);
        var (values, times, bands) = Observations(9, 2);
        using var packed = new TokenPacker(2, 2, CPU).Pack(values, times, bands, [4, 5]);
        var tokens = packed with { Inputs = packed.Inputs.to(ScalarType.Float64), Times = packed.Times.to(ScalarType.Float64) };
        var tabular = randn(2, 4, ScalarType.Float64);
        var labels = tensor(new long[] { 0, 2 });
        Tensor Loss() => model.forward(tokens, tabular).Heads.Select(h => nn.functional.cross_entropy(h, labels)).Aggregate((a, b) => a + b);
        Loss().backward();
        foreach (var (name, parameter) in model.named_parameters())
        {
            var flat = parameter.detach().view(-1);
            var index = flat.shape[0] / 2;
            var analytic = parameter.grad!.view(-1)[index].item<double>();
            const double Step = 1e-5;
            var value = flat[index].item<double>();
            flat[index] = value + Step;
            var above = Loss().item<double>();
            flat[index] = value - Step;
            var below = Loss().item<double>();
            flat[index] = value;
            Assert.True(Math.Abs(((above - below) / (2 * Step)) - analytic) < 1e-6, $"{name}: {(above - below) / (2 * Step)} against {analytic}");
        }
    }

    [Fact]
    public void TabularTokensInTheSequenceHaveOneTransformerAndOneHead()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var model = new AtatModel(Of(TabularPlacement.Sequence));
        using var alone = new AtatModel(Small with { Tabular = null, TabularColumns = 0 });
        Assert.Equal(alone.ParameterCount + (2 * 4 * 8), model.ParameterCount);
        Assert.DoesNotContain(model.named_parameters(), p => p.name.StartsWith("tabular", StringComparison.Ordinal) || p.name.StartsWith("mix", StringComparison.Ordinal));

        model.eval();
        var (values, times, bands) = Observations(9, 2);
        using var tokens = new TokenPacker(2, 2, CPU).Pack(values, times, bands, [4, 5]);
        var tabular = randn(2, 4).requires_grad_();
        var output = model.forward(tokens, tabular);
        Assert.Equal([2L, 3], output.Logits.shape);
        Assert.Equal([2L, 8], output.LightCurveEmbedding!.shape);
        Assert.Single(output.Heads);
        Assert.Null(output.TabularEmbedding);
        output.Logits.square().sum().backward();
        Assert.True((tabular.grad!.abs() > 0).all().item<bool>());
        Assert.Throws<ArgumentNullException>(() => model.forward(tokens, null));
    }

    [Fact]
    public void TabularTokensInTheSequenceComeBackFromAFile()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var model = new AtatModel(Of(TabularPlacement.Sequence));
        using var again = new AtatModel(Of(TabularPlacement.Sequence));
        var folder = Directory.CreateTempSubdirectory("atat").FullName;
        ModelWeights.Save(model, Path.Combine(folder, "weights.safetensors"));
        ModelWeights.Load(again, Path.Combine(folder, "weights.safetensors"));
        Directory.Delete(folder, recursive: true);
        var (values, times, bands) = Observations(9, 2);
        using var tokens = new TokenPacker(2, 2, CPU).Pack(values, times, bands, [4, 5]);
        var tabular = randn(2, 4);
        model.eval();
        again.eval();
        Assert.True(model.forward(tokens, tabular).Logits.equal(again.forward(tokens, tabular).Logits).all().item<bool>());
    }

    [Fact]
    public void DropoutIsForTrainingOnly()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var model = new AtatModel(Small);
        var (values, times, bands) = Observations(9, 2);
        using var tokens = new TokenPacker(2, 2, CPU).Pack(values, times, bands, [4, 5]);
        var tabular = randn(2, 4);
        model.eval();
        Assert.True(model.forward(tokens, tabular).Logits.allclose(model.forward(tokens, tabular).Logits));
        model.train();
        Assert.False(model.forward(tokens, tabular).Logits.allclose(model.forward(tokens, tabular).Logits));
    }

    [Fact]
    public void ANetworkWithoutBranchesIsRefused() =>
        Assert.Throws<ArgumentException>(() => new AtatModel(Small with { LightCurve = null, Tabular = null }));

    [Fact]
    public void TabularTokensNeedASequenceToJoin()
    {
        Assert.Throws<ArgumentException>(() => new AtatModel(Of(TabularPlacement.Sequence) with { LightCurve = null }));
        Assert.Throws<ArgumentException>(() => new AtatModel(Of(TabularPlacement.Sequence) with { TabularColumns = 0 }));
        Assert.Throws<ArgumentException>(() => new AtatModel(Small with { TabularTokens = TabularPlacement.Sequence }));
    }

    private static AtatArchitecture Of(TabularPlacement placement) =>
        placement == TabularPlacement.Branch ? Small : Small with { Tabular = null, TabularTokens = placement };

    private static (float[] Values, float[] Times, byte[] Bands) Observations(int count, int bands)
    {
        var random = new Random(count);
        return (
            [.. Enumerable.Range(0, 2 * count).Select(_ => (float)random.NextDouble())],
            [.. Enumerable.Range(0, count).Select(_ => 30 * (float)random.NextDouble())],
            [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(bands))]);
    }
}
