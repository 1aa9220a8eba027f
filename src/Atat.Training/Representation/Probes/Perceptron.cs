using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Training.Representation.Probes;

/// <summary>Classifies embeddings by one hidden layer (Acc-MLP of thesis section 3.3.3, which gives no size: 128 units here).</summary>
internal sealed class Perceptron : Module<Tensor, Tensor>
{
    private const int Hidden = 128;

    private readonly Linear first;
    private readonly Linear second;

    /// <summary>Makes the layers.</summary>
    public Perceptron(int width, int classes)
        : base("perceptron")
    {
        first = Linear(width, Hidden);
        second = Linear(Hidden, classes);
        register_module("first", first);
        register_module("second", second);
    }

    /// <summary>(batch, width) to logits (batch, classes).</summary>
    public override Tensor forward(Tensor input)
    {
        using var hidden = first.forward(input);
        using var activated = functional.relu(hidden);
        return second.forward(activated);
    }
}
