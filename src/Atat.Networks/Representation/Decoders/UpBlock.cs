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
    private const double Momentum = 0.1;
    private const double Epsilon = 1e-5;

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
        firstNorm = BatchNorm1d(inputs, Epsilon, Momentum);
        first = new Convolution("first", inputs, outputs, architecture.Kernel);
        secondNorm = BatchNorm1d(outputs, Epsilon, Momentum);
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
        using var firstNormed = Normalise(firstNorm, input);
        using var longer = functional.relu(firstNormed).repeat_interleave(factor, 2);
        using var hidden = first.forward(longer);
        using var secondNormed = Normalise(secondNorm, hidden);
        using var rectified = functional.relu(secondNormed);
        using var main = second.forward(rectified);

        // Pointwise, so that it may come before the repetition.
        using var beside = Pointwise.Apply(shortcut, input).repeat_interleave(factor, 2);
        return main.Plus(beside);
    }

    // As the module does, but for its count of batches, which nothing reads here and which adds a number that may be freed too early.
    private Tensor Normalise(BatchNorm1d norm, Tensor input) =>
        functional.batch_norm(input, norm.running_mean!, norm.running_var!, norm.weight, norm.bias, training, Momentum, Epsilon);
}
