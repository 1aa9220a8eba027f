using Atat.Networks.Representation;
using Atat.Networks.Representation.Encoders;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Tests.Representation;

/// <summary>The encoder of docs/represent.md: no order, no time, only what the values are.</summary>
public sealed class MeanAndSpread : Module<Series, HiddenSequence>, IEncoder
{
    private readonly Linear linear;

    public MeanAndSpread(int width)
        : base("mean and spread")
    {
        Width = width;
        linear = Linear(2, width);
        register_module("linear", linear);
    }

    public int Width { get; }

    public override HiddenSequence forward(Series series)
    {
        var values = series.Points.Clean(series.Values);
        var both = stack([values, values.square()], 2);
        return new(linear.forward(both), series.Points.Mask);
    }
}
