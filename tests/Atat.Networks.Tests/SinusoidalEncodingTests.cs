using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests;

public sealed class SinusoidalEncodingTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(40)]
    public void FollowsItsEquation(int width)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var module = new SinusoidalEncoding("encoding", new AtatArchitecture { Classes = 2, Bands = 3, TabularColumns = 0, Period = 1500 }, width);
        var weights = module.named_parameters().ToDictionary(p => p.name, p => p.parameter.data<float>().ToArray(), StringComparer.Ordinal);
        float[] times = [0, 0.25f, 10, 1234.5f], values = [1, 2, -1, 0.5f, 0, 0, 3, -2];
        byte[] bands = [2, 0, 2, 0];
        using var tokens = new TokenPacker(2, 3, CPU).Pack(values, times, bands, [4]);
        var actual = module.forward(tokens);
        using var doubled = new SinusoidalEncoding("encoding", new AtatArchitecture { Classes = 2, Bands = 3, TabularColumns = 0, Period = 1500 }, width);
        doubled.load_state_dict(module.state_dict());
        doubled.to(ScalarType.Float64);
        var plain = doubled.forward(tokens with { Inputs = tokens.Inputs.to(ScalarType.Float64), Times = tokens.Times.to(ScalarType.Float64) });
        var pairs = (width + 1) / 2;
        for (var i = 0; i < times.Length; i++)
        {
            var row = (int)tokens.Sequence[0, i + 1].item<long>() - 1;
            for (var k = 0; k < width; k++)
            {
                var period = 1500 / Math.Pow(10_000, (double)(k % pairs) / pairs);
                var angle = 2 * Math.PI * times[i] / period;
                var embedded = (weights["embed.weight"][2 * k] * values[2 * i]) + (weights["embed.weight"][(2 * k) + 1] * values[(2 * i) + 1]) + weights["embed.bias"][k];
                var expected = embedded + weights["bands"][(bands[i] * width) + k] + (k < pairs ? Math.Sin(angle) : Math.Cos(angle));
                Assert.Equal(expected, actual[row, k].item<float>(), 1e-5);

                // Other devices take plain operations on frequencies in single precision: angles up to 52,000 are a few thousandths off.
                Assert.Equal(expected, plain[row, k].item<double>(), 5e-3);
            }
        }
    }
}
