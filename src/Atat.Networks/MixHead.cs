using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>Head of both branches: normalisation and a perceptron with two hidden layers on the concatenated class tokens, tabular first.</summary>
public sealed class MixHead : Module<Tensor, Tensor>
{
    private readonly double dropout;
    private readonly LayerNorm norm;
    private readonly Linear first;
    private readonly Linear second;
    private readonly Linear output;

    /// <summary>Makes the head.</summary>
    public MixHead(string name, int width, int classes, double dropout)
        : base(name)
    {
        this.dropout = dropout;
        norm = LayerNorm(width);
        first = Linear(width, width);
        second = Linear(width, width);
        output = Linear(width, classes);
        register_module("norm", norm);
        register_module("first", first);
        register_module("second", second);
        register_module("output", output);
    }

    /// <summary>(batch, width) to logits (batch, classes).</summary>
    public override Tensor forward(Tensor input) =>
        output.forward(Hidden(second, Hidden(first, norm.forward(input))));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            norm.Dispose();
            first.Dispose();
            second.Dispose();
            output.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor Hidden(Linear layer, Tensor input) =>
        Dropout.Apply(functional.gelu(layer.forward(input)), training ? dropout : 0);
}
