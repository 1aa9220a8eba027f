using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

/// <summary>What holds for every encoder and pre-encoder, decoder and post-decoder.</summary>
public sealed class RepresentationPartsTests
{
    private static readonly Dictionary<string, RepresentationArchitecture> All = Combinations().ToDictionary(
        a => $"{a.PreEncoder} {a.Encoder} {a.Decoder} {a.PostDecoder}", StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    [Fact]
    public void Are_those_of_the_thesis_and_one_more() => Assert.Equal(8 + 1 + 6, All.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Give_one_embedding_an_object_and_a_distribution_at_each_point(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Make(name);
        var series = Examples.Series();
        var embedding = model.Embed(series);
        Assert.Equal([4L, model.EmbeddingWidth], embedding.shape);
        var prediction = model.Decode(embedding, series.Points);
        Assert.Equal(series.Values.shape, prediction.Mean.shape);
        Assert.Equal(series.Values.shape, prediction.LogVariance.shape);
        Assert.True(embedding.isfinite().all().item<bool>());
        Assert.True(prediction.Mean.isfinite().all().item<bool>());
        Assert.InRange(prediction.LogVariance.abs().max().item<double>(), 0, 14);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_every_weight_by_the_part_that_it_is_of(string name)
    {
        using var model = Make(name);
        var weights = model.named_parameters().Select(p => p.name).ToArray();
        Assert.All(weights, weight => Assert.Matches("^[a-z0-9_.]+$", weight));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Have_gradients_that_agree_with_finite_differences(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Make(name);
        var series = Examples.Series();
        var values = series.Values.requires_grad_();
        Tensor Loss() => ReconstructionLosses.CrossEntropy(model.forward(series), series).mean();
        Loss().backward();
        var checks = model.named_parameters().Select(p => (p.name, Tensor: (Tensor)p.parameter)).Append(("values", values)).ToArray();
        using var _ = no_grad();
        foreach (var (of, parameter) in checks)
        {
            const double Step = 1e-6;
            var direction = randn_like(parameter);
            var start = parameter.detach().clone();
            parameter.copy_(start + (direction * Step));
            var above = Loss().item<double>();
            parameter.copy_(start - (direction * Step));
            var below = Loss().item<double>();
            parameter.copy_(start);
            var numeric = (above - below) / (2 * Step);
            var analytic = (parameter.grad! * direction).sum().item<double>();
            Assert.True(Math.Abs(numeric - analytic) < 1e-6 * (1 + Math.Abs(numeric)), $"{of}: {numeric} against {analytic}");
        }

        Assert.Equal(0, values.grad!.masked_select(series.Points.Mask!.logical_not()).abs().max().item<double>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Do_not_read_padding(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Make(name);
        var series = Examples.Series();
        var padded = series.WithMorePadding(3);
        var expected = model.forward(series);
        var actual = model.forward(padded);
        var mask = series.Points.Mask!;
        Tensor Real(Tensor t) => t.narrow(1, 0, mask.shape[1]).masked_select(mask);
        Examples.AssertClose(model.Embed(series), model.Embed(padded), 1e-12);
        Examples.AssertClose(Real(expected.Mean), Real(actual.Mean), 1e-12);
        Examples.AssertClose(Real(expected.LogVariance), Real(actual.LogVariance), 1e-12);

        ReconstructionLosses.CrossEntropy(expected, series).mean().backward();
        var gradients = model.parameters().Select(p => p.grad!.clone()).ToArray();
        model.zero_grad();
        ReconstructionLosses.CrossEntropy(actual, padded).mean().backward();
        foreach (var (gradient, parameter) in gradients.Zip(model.parameters()))
        {
            Examples.AssertClose(gradient, parameter.grad!, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Treat_an_object_as_if_it_were_alone(string name)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var model = Make(name);
        var series = Examples.Series();
        var together = model.forward(series);
        foreach (var i in (int[])[0, 1, 3])
        {
            var only = series.Only(i);
            var mean = model.forward(only).Mean;
            Examples.AssertClose(mean, together.Mean.narrow(0, i, 1).narrow(1, 0, mean.shape[1]), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Give_the_same_in_single_precision_and_after_loading(string name)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var model = Make(name);
        var series = Examples.Series();
        var expected = model.forward(series).Mean;
        using var again = RepresentationParts.Autoencoder(All[name]);
        again.eval();
        model.to(ScalarType.Float32);
        again.load_state_dict(model.state_dict());
        Examples.AssertClose(expected, again.forward(series.To(ScalarType.Float32)).Mean.to(ScalarType.Float64), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Learn(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Make(name);
        model.train();
        var series = Examples.Series();
        using var adam = optim.Adam(model.parameters(), 3e-3);
        Tensor Loss() => ReconstructionLosses.NegativeLogLikelihood(model.forward(series), series).mean();
        var start = Loss().item<double>();
        for (var i = 0; i < 30; i++)
        {
            using var step = NewDisposeScope();
            adam.zero_grad();
            Loss().backward();
            adam.step();
        }

        Assert.InRange(Loss().item<double>(), double.NegativeInfinity, start - 0.01);
    }

    [Fact]
    public void Dispose_of_their_weights()
    {
        using var scope = NewDisposeScope();
        var model = Make(All.Keys.First());
        var weights = model.parameters().ToArray();
        model.Dispose();
        Assert.All(weights, w => Assert.True(w.IsInvalid));
    }

    [Fact]
    public void Convolutions_need_regular_steps()
    {
        Assert.Throws<ArgumentException>(() => RepresentationParts.Autoencoder(Examples.Small with { Encoder = EncoderKind.Residual }));
        Assert.Throws<ArgumentException>(() => RepresentationParts.Autoencoder(Examples.Small with { Decoder = DecoderKind.Residual }));
        Assert.Throws<ArgumentException>(() => RepresentationParts.Encoder(Examples.Small with
        {
            Encoder = EncoderKind.Residual,
            PreEncoder = PreEncoderKind.InterpolationPrediction,
            EncoderBlocks = 3,
        }));
    }

    [Fact]
    public void Steps_of_several_bands_must_name_them()
    {
        using var scope = NewDisposeScope();
        using var model = Make(All.Keys.First());
        var series = Examples.Series();
        Assert.Throws<ArgumentException>(() => model.Embed(series with { Points = series.Points with { Bands = null } }));
        Assert.Throws<ArgumentException>(() => model.Embed(series with { Points = new(series.Points.Times) }));
    }

    [Fact]
    public void Have_the_sizes_of_the_thesis()
    {
        using var scope = NewDisposeScope();
        var thesis = new RepresentationArchitecture { Harmonics = 64 };
        long Count(RepresentationArchitecture a) => RepresentationParts.Autoencoder(a).ParameterCount;
        const int Modulation = 2 * 64 * 2, Perceptron = (4 * 2 * ((64 * 64) + 64)) + (2 * 64) + 2;
        const int AttentionEncoder = (Modulation * 192) + (2 * 192) + (4 * ((192 * 192) + 192));
        Assert.Equal(AttentionEncoder + (Modulation * 64) + (192 * 64) + 64 + Perceptron, Count(thesis));
        const int Lstm = 4 * ((2 * 64 * 64) + (2 * 64));
        Assert.Equal((Modulation * 64) + (2 * 64) + Lstm + (Modulation * 64) + (64 * 64) + 64 + Perceptron, Count(thesis with { Encoder = EncoderKind.Lstm }));
    }

    private static Autoencoder Make(string name)
    {
        manual_seed(6);
        var model = RepresentationParts.Autoencoder(All[name]);
        model.to(ScalarType.Float64);
        model.eval();
        return model;
    }

    private static IEnumerable<RepresentationArchitecture> Combinations()
    {
        foreach (var encoder in Enum.GetValues<EncoderKind>())
        {
            foreach (var pre in Enum.GetValues<PreEncoderKind>().Where(p => encoder != EncoderKind.Residual || p != PreEncoderKind.None))
            {
                yield return Examples.Small with { Encoder = encoder, PreEncoder = pre, Decoder = DecoderKind.Perceptron };
            }
        }

        yield return Examples.Small with
        {
            PreEncoder = PreEncoderKind.InterpolationPrediction,
            CentresChannels = true,
            Decoder = DecoderKind.Lstm,
            PostDecoder = PostDecoderKind.MultiTimeAttention,
        };
        foreach (var decoder in Enum.GetValues<DecoderKind>())
        {
            foreach (var post in Enum.GetValues<PostDecoderKind>().Where(p => p != PostDecoderKind.None || decoder is DecoderKind.Attention or DecoderKind.Lstm))
            {
                yield return Examples.Small with { Encoder = EncoderKind.Attention, Decoder = decoder, PostDecoder = post };
            }
        }
    }
}
