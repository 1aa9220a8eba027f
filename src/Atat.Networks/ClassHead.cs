using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>Head of one branch: normalisation and a linear layer on the class token.</summary>
public sealed class ClassHead : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm;
    private readonly Linear output;

    /// <summary>Makes the head.</summary>
    public ClassHead(string name, int width, int classes)
        : base(name)
    {
        norm = LayerNorm(width);
        output = Linear(width, classes);
        register_module("norm", norm);
        register_module("output", output);
    }

    /// <summary>(batch, width) to logits (batch, classes).</summary>
    public override Tensor forward(Tensor input) => output.forward(norm.forward(input));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            norm.Dispose();
            output.Dispose();
        }

        base.Dispose(disposing);
    }
}
