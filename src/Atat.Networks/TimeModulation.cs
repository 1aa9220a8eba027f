using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>
/// Time modulation (thesis equations 4.1 and 4.2): an observation's linear embedding, scaled and shifted by two Fourier series of
/// its time that are learned for each band.
/// </summary>
public sealed class TimeModulation : Module<LightCurveTokens, Tensor>
{
    private readonly Linear embed;
    private readonly Parameter tables;
    private readonly Tensor frequencies;
    private readonly int width;

    /// <summary>Makes the module.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Bands, inputs, harmonics, period and initialisation.</param>
    /// <param name="width">Token width E_TM.</param>
    public TimeModulation(string name, AtatArchitecture architecture, int width)
        : base(name)
    {
        this.width = width;
        var harmonics = architecture.Harmonics;
        embed = Linear(architecture.Inputs, width);
        tables = Parameter(randn(architecture.Bands, 2 * harmonics, 2 * width));
        frequencies = (arange(architecture.FirstHarmonic, architecture.FirstHarmonic + harmonics, float32) * (2 * Math.PI / architecture.Period)).unsqueeze(0);
        if (architecture.Initialisation == Initialisation.Scaled)
        {
            using var _ = no_grad();
            tables.mul_(Math.Sqrt(1.0 / harmonics));
            if (architecture.FirstHarmonic == 0)
            {
                tables[TensorIndex.Colon, harmonics, TensorIndex.Slice(0, width)].fill_(1);
            }
        }

        register_module("embed", embed);
        register_parameter("tables", tables);
        register_buffer("frequencies", frequencies, persistent: false);
    }

    /// <summary>Modulates a ragged batch.</summary>
    /// <returns>(observations, width), in the order of the input.</returns>
    public override Tensor forward(LightCurveTokens input)
    {
        using var angles = input.Times.unsqueeze(1) * frequencies;
        using var basis = cat([angles.sin(), angles.cos()], 1);
        var parts = new List<Tensor>(input.BandOffsets.Length - 1);
        for (var band = 0; band + 1 < input.BandOffsets.Length; band++)
        {
            var start = input.BandOffsets[band];
            var count = input.BandOffsets[band + 1] - start;
            if (count > 0 || (parts.Count == 0 && band + 2 == input.BandOffsets.Length))
            {
                parts.Add(basis.narrow(0, start, count).matmul(tables[band]));
            }
        }

        using var series = cat(parts, 0);
        return addcmul(series.narrow(1, width, width), embed.forward(input.Inputs), series.narrow(1, 0, width), 1);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            embed.Dispose();
            tables.Dispose();
            frequencies.Dispose();
        }

        base.Dispose(disposing);
    }
}
