using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>
/// The learned embedding phi_h(t) of a time, one for each head (Shukla and Marlin 2021, section 3.1): its first entry is linear in t, the
/// others are sines of learned frequency and phase.
/// </summary>
public sealed class TimeEmbedding : Module<Tensor, Tensor>
{
    private readonly Parameter frequencies;
    private readonly Parameter phases;

    /// <summary>Makes the embedding, with frequencies and phases uniform between -1 and 1.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="heads">Number of heads.</param>
    /// <param name="width">Entries of a head, d_r of thesis section 2.1.2.</param>
    public TimeEmbedding(string name, int heads, int width)
        : base(name)
    {
        frequencies = Parameter(init.uniform_(empty(heads, width), -1, 1));
        phases = Parameter(init.uniform_(empty(heads, width), -1, 1));
        register_parameter("frequencies", frequencies);
        register_parameter("phases", phases);
    }

    /// <summary>(batch, steps) to (batch, heads, steps, width).</summary>
    public override Tensor forward(Tensor input)
    {
        using var scaled = input.unsqueeze(1).unsqueeze(3) * frequencies.unsqueeze(1);
        using var angles = scaled.Plus(phases.unsqueeze(1));
        using var linear = angles.narrow(3, 0, 1);
        using var periodic = angles.narrow(3, 1, angles.shape[3] - 1).sin();
        return cat([linear, periodic], 3);
    }
}
