using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>
/// What other light-curve Transformers have in place of <see cref="TimeModulation"/>, for comparison: an observation's linear embedding, plus
/// a vector learned for its band, plus fixed sines and cosines of its time (Vaswani et al. 2017, section 3.5; of continuous time, as in
/// Shukla and Marlin 2021).
/// </summary>
/// <remarks>
/// The first half of the width are sines of 2 pi t / T_k, the second cosines of the same, with periods T_k = Tmax / 10000^(k / K) for k of
/// 0 … K - 1, where K is half the width: from the period of the architecture down to nearly a ten-thousandth of it, 1500 to 0.17 days
/// for the thesis's light-curve branch.
/// </remarks>
public sealed class SinusoidalEncoding : Module<LightCurveTokens, Tensor>
{
    private const double LongestToShortest = 10_000;

    private readonly Linear embed;
    private readonly Parameter bands;
    private readonly Tensor frequencies;
    private readonly double[] rates;
    private readonly int width;

    /// <summary>Makes the module.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Bands, inputs and longest period.</param>
    /// <param name="width">Token width.</param>
    public SinusoidalEncoding(string name, AtatArchitecture architecture, int width)
        : base(name)
    {
        this.width = width;
        var count = (width + 1) / 2;
        rates = [.. Enumerable.Range(0, count).Select(k => 2 * Math.PI / architecture.Period * Math.Pow(LongestToShortest, (double)k / count))];
        embed = Linear(architecture.Inputs, width);
        bands = Parameter(init.normal_(empty(architecture.Bands, width), 0, 1));
        frequencies = tensor([.. rates.Select(r => (float)r)], [1, count]);
        register_module("embed", embed);
        register_parameter("bands", bands);
        register_buffer("frequencies", frequencies, persistent: false);
    }

    /// <summary>Encodes a ragged batch.</summary>
    /// <returns>(observations, width), in the order of the input.</returns>
    public override Tensor forward(LightCurveTokens input)
    {
        // The gradients of slices of one parameter would each be filled up with zeros and added; those of its parts are put together once.
        var vectors = bands.unbind(0);
        using var ofBands = cat([.. vectors.Select((v, b) => v.expand(input.BandOffsets[b + 1] - input.BandOffsets[b], width))], 0);
        using var waves = Waves(input.Times);
        return embed.forward(input.Inputs).PlusInPlace(waves).PlusInPlace(ofBands);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            embed.Dispose();
            bands.Dispose();
            frequencies.Dispose();
        }

        base.Dispose(disposing);
    }

    // (observations, width): sines, then cosines.
    private Tensor Waves(Tensor times)
    {
        if (times.device_type != DeviceType.CPU || times.dtype != ScalarType.Float32)
        {
            using var angles = times.unsqueeze(1) * frequencies;
            return cat([angles.sin(), angles.narrow(1, 0, width - rates.Length).cos()], 1);
        }

        var waves = empty(times.shape[0], width);
        GeometricBasis.Fill(MemoryMarshal.Cast<byte, float>(times.bytes), rates, MemoryMarshal.Cast<byte, float>(waves.bytes));
        return waves;
    }
}
