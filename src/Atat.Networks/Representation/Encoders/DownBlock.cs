using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Encoders;

/// <summary>
/// The residual block of BigGAN's discriminator (Brock et al. 2019, appendix B), one-dimensional: ReLU, convolution, ReLU, convolution, average
/// pooling, and beside them a pointwise convolution and the same pooling. The spectral normalisation, a matter of adversarial training, is left out.
/// </summary>
public sealed class DownBlock : Module<Tensor, Tensor>
{
    private readonly int factor;
    private readonly bool isFirst;
    private readonly Convolution first;
    private readonly Convolution second;
    private readonly Conv1d shortcut;

    /// <summary>Makes the block.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Kernel width and factor.</param>
    /// <param name="inputs">Maps that come in.</param>
    /// <param name="outputs">Maps that come out.</param>
    /// <param name="isFirst">Whether it is the first of the network, which has no ReLU at its start.</param>
    public DownBlock(string name, RepresentationArchitecture architecture, int inputs, int outputs, bool isFirst)
        : base(name)
    {
        this.isFirst = isFirst;
        factor = architecture.Factor;
        first = new Convolution("first", inputs, outputs, architecture.Kernel);
        second = new Convolution("second", outputs, outputs, architecture.Kernel);
        shortcut = Conv1d(inputs, outputs, 1);
        register_module("first", first);
        register_module("second", second);
        register_module("shortcut", shortcut);
    }

    /// <summary>(batch, inputs, steps) to (batch, outputs, steps / factor), the rest of the division left out.</summary>
    public override Tensor forward(Tensor input)
    {
        using var activated = isFirst ? input.alias() : functional.relu(input);
        using var hidden = first.forward(activated);
        using var rectified = functional.relu(hidden);
        using var main = second.forward(rectified);
        using var beside = Pointwise.Apply(shortcut, input);
        using var sum = main.Plus(beside);
        return functional.avg_pool1d(sum, factor);
    }
}
