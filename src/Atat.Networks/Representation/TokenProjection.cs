using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>A linear layer on every step: how a pre-encoder's output gets an encoder's width where the encoder needs no time (thesis section 3.3.4).</summary>
public sealed class TokenProjection : Module<TokenSequence, Tensor>
{
    private readonly Linear linear;

    /// <summary>Makes the module.</summary>
    public TokenProjection(string name, int inputs, int width)
        : base(name)
    {
        linear = Linear(inputs, width);
        register_module("linear", linear);
    }

    /// <summary>Projects a sequence.</summary>
    /// <returns>(batch, steps, width).</returns>
    public override Tensor forward(TokenSequence input) => linear.forward(input.Values);
}
