using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>
/// One LSTM layer (thesis equations 2.1 to 2.6) that starts from a zero state. It runs on through padding, which is at the end and so does not
/// reach the steps before it.
/// </summary>
public sealed class Recurrence : Module<Tensor, Tensor>
{
    // Width of the blocks that oneDNN computes in.
    private const int Block = 32;

    private readonly LSTM lstm;
    private readonly bool isBlocked;

    /// <summary>Makes the layer.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="inputs">Width of a step.</param>
    /// <param name="width">Hidden units.</param>
    public Recurrence(string name, int inputs, int width)
        : base(name)
    {
        isBlocked = width % Block == 0;
        lstm = LSTM(inputs, width, batchFirst: true);
        register_module("lstm", lstm);
    }

    /// <summary>Runs over a sequence.</summary>
    /// <param name="input">(batch, steps, inputs).</param>
    /// <returns>(batch, steps, width): the hidden state after each step.</returns>
    public override Tensor forward(Tensor input)
    {
        if (isBlocked || is_grad_enabled())
        {
            return Run(input);
        }

        // On processors with AVX-512, oneDNN 3.7 gets other widths wrong, but only where it is not asked for gradients.
        using var _ = enable_grad();
        using var traced = Run(input);
        return traced.detach();
    }

    private Tensor Run(Tensor input)
    {
        var (hidden, last, cell) = lstm.forward(input);
        last.Dispose();
        cell.Dispose();
        return hidden;
    }
}
