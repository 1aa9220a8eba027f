using Atat.Networks.Representation;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class TokenModulationTests
{
    private static readonly RepresentationArchitecture Architecture = Examples.Small with { Harmonics = 4, Period = 1.5 };

    [Fact]
    public void Follows_its_equation_in_each_band_and_leaves_padding_zero()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var module = Make();
        var weights = module.named_parameters().ToDictionary(p => p.name, p => p.parameter, StringComparer.Ordinal);
        var (linear, bias, tables) = (weights["modulation.embed.weight"], weights["modulation.embed.bias"], weights["modulation.tables"]);
        var points = Examples.Series().Points;
        var values = randn(4, 6, 3, ScalarType.Float64);
        var actual = module.forward(new(values, points));
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 6; j++)
            {
                if (!points.Mask![i, j].item<bool>())
                {
                    Assert.Equal(0, actual[i, j].abs().max().item<double>());
                    continue;
                }

                var angles = arange(1, 5, ScalarType.Float64) * (2 * Math.PI / 1.5 * points.Times[i, j].item<double>());
                var series = cat([angles.sin(), angles.cos()], 0).matmul(tables[points.Bands![i, j].item<long>()]);
                var expected = (linear.matmul(values[i, j]) + bias).mul(series.narrow(0, 0, 5)) + series.narrow(0, 5, 5);
                Examples.AssertClose(expected, actual[i, j], 1e-6);
            }
        }
    }

    [Fact]
    public void Repeating_a_vector_is_modulating_its_copies()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var module = Make();
        var points = Examples.Series().Points;
        var embedding = randn(4, 3, ScalarType.Float64);
        Examples.AssertClose(module.forward(new(embedding.unsqueeze(1).expand(4, 6, 3), points)), module.Repeat(embedding, points), 1e-14);
        using var ofOne = new TokenModulation("", Architecture, bands: 1, inputs: 3, width: 5);
        var reference = TimePoints.Reference(7, 4, embedding.to(ScalarType.Float32));
        var copies = embedding.to(ScalarType.Float32).unsqueeze(1).expand(4, 7, 3);
        Examples.AssertClose(ofOne.forward(new(copies, reference)), ofOne.Repeat(embedding.to(ScalarType.Float32), reference), 1e-6);
        var unshared = reference with { Times = reference.Times.contiguous() };
        Assert.Equal((true, false), (reference.AreShared, unshared.AreShared));
        Examples.AssertClose(ofOne.forward(new(copies, unshared)), ofOne.forward(new(copies, reference)), 1e-6);
    }

    private static TokenModulation Make()
    {
        manual_seed(9);
        var module = new TokenModulation("", Architecture, bands: 2, inputs: 3, width: 5);
        module.to(ScalarType.Float64);
        return module;
    }
}
