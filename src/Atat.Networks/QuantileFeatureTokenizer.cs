using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>
/// The learned half of the quantile feature tokenizer (thesis equation 4.3): each column's value, already through its quantile
/// transformation, scales a vector of its own and adds another.
/// </summary>
public sealed class QuantileFeatureTokenizer : Module<Tensor, Tensor>
{
    private static readonly Scalar One = TensorArithmetic.Number(1);

    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Makes the module.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="columns">Number K of tabular columns.</param>
    /// <param name="width">Token width E_QFT.</param>
    /// <param name="initialisation">How the vectors start.</param>
    public QuantileFeatureTokenizer(string name, int columns, int width, Initialisation initialisation)
        : base(name)
    {
        var scale = initialisation == Initialisation.Published ? 1 : 1 / Math.Sqrt(width);
        weight = Parameter(init.normal_(empty(columns, width), 0, scale));
        bias = Parameter(init.normal_(empty(columns, width), 0, scale));
        register_parameter("weight", weight);
        register_parameter("bias", bias);
    }

    /// <summary>Makes tokens.</summary>
    /// <param name="input">(objects, columns), quantile-transformed.</param>
    /// <returns>(objects, columns, width).</returns>
    public override Tensor forward(Tensor input) => addcmul(bias, input.unsqueeze(-1), weight, One);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            weight.Dispose();
            bias.Dispose();
        }

        base.Dispose(disposing);
    }
}
