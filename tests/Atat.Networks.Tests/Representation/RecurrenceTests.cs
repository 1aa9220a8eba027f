using Atat.Networks.Representation;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class RecurrenceTests
{
    [Fact]
    public void Agrees_with_the_reference()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("lstm.json");
        using var module = new Recurrence("", 3, 4);
        module.to(ScalarType.Float64);
        foreach (var name in (string[])["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"])
        {
            Examples.Set(module, $"lstm.{name}", reference.Array("weights", name));
        }

        var outputs = reference.At("cases", "zero_state", "outputs");
        var hidden = module.forward(reference.Array("inputs", "x"));
        Examples.AssertClose(outputs.Array("hidden"), hidden);
        Examples.AssertClose(outputs.Array("masked_mean"), new HiddenSequence(hidden, reference.Array("inputs", "mask").gt(0.5)).Pool());
    }

    [Fact]
    public void Follows_the_equations()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        using var module = new Recurrence("", 1, 1);
        module.to(ScalarType.Float64);
        var weights = module.named_parameters().ToDictionary(p => p.name, p => p.parameter.data<double>().ToArray(), StringComparer.Ordinal);
        double[] inputs = [0.5, -2, 1];
        var actual = module.forward(tensor(inputs, [1, 3, 1]));
        double Logistic(double x) => 1 / (1 + Math.Exp(-x));
        var (h, c) = (0.0, 0.0);
        for (var j = 0; j < 3; j++)
        {
            var z = Enumerable.Range(0, 4).Select(g => (weights["lstm.weight_ih_l0"][g] * inputs[j]) + weights["lstm.bias_ih_l0"][g]
                + (weights["lstm.weight_hh_l0"][g] * h) + weights["lstm.bias_hh_l0"][g]).ToArray();
            c = (Logistic(z[1]) * c) + (Logistic(z[0]) * Math.Tanh(z[2]));
            h = Logistic(z[3]) * Math.Tanh(c);
            Assert.Equal(h, actual[0, j, 0].item<double>(), 1e-12);
        }
    }
}
