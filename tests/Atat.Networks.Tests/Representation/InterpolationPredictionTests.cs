using System.Text.Json;
using Atat.Networks.Representation;
using Atat.Networks.Representation.PreEncoders;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class InterpolationPredictionTests
{
    [Theory]
    [InlineData("three_bands")]
    [InlineData("initial_values")]
    [InlineData("one_band_0_100")]
    [InlineData("far_reference_points")]
    [InlineData("empty_band_raw")]
    public void Agrees_with_the_equations_of_the_thesis(string name)
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("interpolation_prediction.json").At("cases", name);
        var actual = Interpolate(reference, centres: false);
        AssertSame(reference, ["thesis", "lambda"], actual.Intensity);
        AssertSame(reference, ["thesis", "sigma"], actual.LowPass);
        AssertSame(reference, ["thesis", "gamma"], actual.HighPass);
        AssertSame(reference, ["thesis", "chi"], actual.CrossChannel);
        AssertSame(reference, ["thesis", "tau"], actual.Transient);
    }

    [Theory]
    [InlineData("three_bands")]
    [InlineData("initial_values")]
    [InlineData("one_band_0_100")]
    [InlineData("far_reference_points")]
    [InlineData("empty_band_imputed")]
    public void With_centred_channels_agrees_with_the_original(string name)
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("interpolation_prediction.json").At("cases", name);
        var actual = Interpolate(reference, centres: true);
        AssertSame(reference, ["public", "single_channel", "sigma"], actual.LowPass);
        AssertSame(reference, ["public", "single_channel", "gamma"], actual.HighPass);
        AssertSame(reference, ["public", "cross_channel", "lambda"], actual.Intensity);
        AssertSame(reference, ["public", "cross_channel", "chi"], actual.CrossChannel);
        AssertSame(reference, ["public", "cross_channel", "tau"], actual.Transient);
    }

    [Fact]
    public void Averages_two_observations_by_their_distances()
    {
        using var scope = NewDisposeScope();
        var alpha = Math.Log(1 + Math.Exp(-3)) * 4;
        using var module = new InterpolationPrediction("", new() { ReferencePoints = 3, Kappa = 10, KernelUnits = 2 });
        module.to(ScalarType.Float64);
        var series = new Series(tensor(new[,] { { 1.0, 5.0 } }), new(tensor(new[,] { { 0.25, 1.0 } })));
        var actual = module.Interpolate(series);
        for (var k = 0; k < 3; k++)
        {
            var (near, far) = (Math.Pow((k / 2.0) - 0.25, 2), Math.Pow((k / 2.0) - 1, 2));
            var (a, b) = (Math.Exp(-alpha * near), Math.Exp(-alpha * far));
            var (c, d) = (Math.Exp(-10 * alpha * near), Math.Exp(-10 * alpha * far));
            Assert.Equal(a + b, actual.Intensity[0, k, 0].item<double>(), 1e-6);
            Assert.Equal((a + (5 * b)) / (a + b), actual.LowPass[0, k, 0].item<double>(), 1e-6);
            Assert.Equal((c + (5 * d)) / (c + d), actual.HighPass[0, k, 0].item<double>(), 1e-6);
            Assert.Equal(actual.LowPass[0, k, 0].item<double>(), actual.CrossChannel[0, k, 0].item<double>(), 1e-12);
            Assert.Equal(actual.HighPass[0, k, 0].item<double>() - actual.LowPass[0, k, 0].item<double>(), actual.Transient[0, k, 0].item<double>(), 1e-12);
        }
    }

    [Fact]
    public void Mixes_bands_by_intensity()
    {
        using var scope = NewDisposeScope();
        using var module = new InterpolationPrediction("", new() { Bands = 2, ReferencePoints = 2, KernelUnits = 1 });
        module.to(ScalarType.Float64);
        Examples.Set(module, "cross", tensor(new[,] { { 1, 0.5 }, { -2, 3 } }));
        var series = new Series(tensor(new[,] { { 2.0, 7.0 } }), new(tensor(new[,] { { 0.0, 1.0 } }), tensor(new long[,] { { 0, 1 } })));
        var actual = module.Interpolate(series);
        var (here, there) = (1.0, Math.Exp(-Math.Log(1 + Math.Exp(-3))));
        Assert.Equal(((1 * here * 2) + (0.5 * there * 7)) / (here + there), actual.CrossChannel[0, 0, 0].item<double>(), 1e-7);
        Assert.Equal(((-2 * there * 2) + (3 * here * 7)) / (here + there), actual.CrossChannel[0, 1, 1].item<double>(), 1e-7);
    }

    [Fact]
    public void A_band_without_observations_leaves_the_others_as_they_are()
    {
        using var scope = NewDisposeScope();
        using var both = new InterpolationPrediction("", new() { Bands = 2, ReferencePoints = 4 });
        using var one = new InterpolationPrediction("", new() { ReferencePoints = 4 });
        both.to(ScalarType.Float64);
        one.to(ScalarType.Float64);
        var values = tensor(new[,] { { 3.0, 4, -1 } });
        var times = tensor(new[,] { { 0.1, 0.2, 0.7 } });
        var actual = both.Interpolate(new(values, new(times, ones([1, 3], ScalarType.Int64))));
        var expected = one.Interpolate(new(values, new(times)));
        Examples.AssertClose(expected.CrossChannel, actual.CrossChannel.narrow(2, 1, 1), 1e-12);
        Examples.AssertClose(expected.Transient, actual.Transient.narrow(2, 1, 1), 1e-12);
        Examples.AssertClose(zeros(1, 4, 1, ScalarType.Float64), actual.CrossChannel.narrow(2, 0, 1), 0);
        Examples.AssertClose(zeros(1, 4, 1, ScalarType.Float64), actual.Intensity.narrow(2, 0, 1), 0);
    }

    [Fact]
    public void Far_from_all_observations_single_precision_takes_the_nearest()
    {
        using var scope = NewDisposeScope();
        using var module = new InterpolationPrediction("", new() { ReferencePoints = 3, KernelUnits = 1000 });
        var values = tensor(new[,] { { 2f, 6f } }).requires_grad_();
        var actual = module.Interpolate(new(values, new(tensor(new[,] { { 0f, 0.4f } }))));
        Assert.Equal([2f, 6, 6], actual.HighPass.data<float>().ToArray());
        Assert.Equal(0, actual.Intensity[0, 2, 0].item<float>());
        (actual.Transient.square().sum() + actual.LowPass.sum() + actual.Intensity.sum()).backward();
        Assert.True(values.grad!.isfinite().all().item<bool>());
        Assert.True(module.parameters().All(p => p.grad!.isfinite().all().item<bool>()));
    }

    private static Interpolants Interpolate(JsonElement reference, bool centres)
    {
        var settings = reference.At("settings");
        var horizon = settings.At("horizon").GetDouble();
        using var module = new InterpolationPrediction("", new()
        {
            Bands = settings.At("bands").GetInt32(),
            ReferencePoints = settings.At("reference_points").GetInt32(),
            Kappa = settings.At("kappa").GetDouble(),
            KernelUnits = horizon,
            CentresChannels = centres,
        });
        module.to(ScalarType.Float64);
        Examples.Set(module, "kernel", reference.Array("weights", "kernel_raw"));
        Examples.Set(module, "cross", reference.Array("weights", "cross").t());
        using var _ = no_grad();
        return module.Interpolate(Examples.OfBands(
            reference.Array("inputs", "values"), reference.Array("inputs", "times") / horizon, reference.Array("inputs", "mask")));
    }

    // (object, band, point) against (object, point, band); where the reference divides nothing by nothing, a finite value is enough.
    private static void AssertSame(JsonElement reference, string[] path, Tensor actual)
    {
        var expected = reference.Array(path);
        Assert.True(actual.isfinite().all().item<bool>());
        var isKnown = expected.isfinite();
        Examples.AssertClose(expected.masked_select(isKnown), actual.transpose(1, 2).masked_select(isKnown));
    }
}
