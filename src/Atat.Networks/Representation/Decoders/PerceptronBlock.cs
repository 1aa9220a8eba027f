using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Decoders;

/// <summary>A residual block of two linear layers, each after a ReLU.</summary>
public sealed class PerceptronBlock : Module<Tensor, Tensor>
{
    private readonly Linear first;
    private readonly Linear second;

    /// <summary>Makes the block.</summary>
    public PerceptronBlock(string name, int width)
        : base(name)
    {
        first = Linear(width, width);
        second = Linear(width, width);
        register_module("first", first);
        register_module("second", second);
    }

    /// <summary>(…, width) to the same shape.</summary>
    public override Tensor forward(Tensor input)
    {
        using var activated = functional.relu(input);
        using var hidden = first.forward(activated);
        using var rectified = functional.relu(hidden);
        using var change = second.forward(rectified);
        return input.Plus(change);
    }
}
