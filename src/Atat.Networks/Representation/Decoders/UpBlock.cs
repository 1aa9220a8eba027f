using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// The residual block of BigGAN's generator (Brock et al. 2019, appendix B), one-dimensional: batch normalisation, ReLU, each step repeated,
/// convolution, batch normalisation, ReLU, convolution; beside them a pointwise convolution and the same repetition. There is no class
/// for the normalisation to depend on, and the spectral normalisation is left out.
/// </summary>
public sealed class UpBlock : Module<Tensor, Tensor>
{
    private readonly int factor;
    private readonly BatchNorm1d firstNorm;
    private readonly Convolution first;
    private readonly BatchNorm1d secondNorm;
    private readonly Convolution second;
    private readonly Conv1d shortcut;

    /// <summary>Makes the block.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Kernel width and factor.</param>
    /// <param name="inputs">Maps that come in.</param>
    /// <param name="outputs">Maps that come out.</param>
    public UpBlock(string name, RepresentationArchitecture architecture, int inputs, int outputs)
        : base(name)
    {
        factor = architecture.Factor;
        firstNorm = BatchNorm1d(inputs);
        first = new Convolution("first", inputs, outputs, architecture.Kernel);
        secondNorm = BatchNorm1d(outputs);
        second = new Convolution("second", outputs, outputs, architecture.Kernel);
        shortcut = Conv1d(inputs, outputs, 1);
        register_module("first_norm", firstNorm);
        register_module("first", first);
        register_module("second_norm", secondNorm);
        register_module("second", second);
        register_module("shortcut", shortcut);
    }

    /// <summary>(batch, inputs, steps) to (batch, outputs, steps x factor).</summary>
    public override Tensor forward(Tensor input)
    {
        using var firstNormed = firstNorm.forward(input);
        using var longer = functional.relu(firstNormed).repeat_interleave(factor, 2);
        using var hidden = first.forward(longer);
        using var secondNormed = secondNorm.forward(hidden);
        using var rectified = functional.relu(secondNormed);
        using var main = second.forward(rectified);

        // Pointwise, so that it may come before the repetition.
        using var beside = Pointwise.Apply(shortcut, input).repeat_interleave(factor, 2);
        return main + beside;
    }
}
