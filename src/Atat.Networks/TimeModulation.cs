using System.Runtime.InteropServices;
using TorchSharp;
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
    private static readonly Scalar One = TensorArithmetic.Number(1);

    private readonly Linear embed;
    private readonly Parameter tables;
    private readonly Tensor frequencies;
    private readonly double frequency;
    private readonly int firstHarmonic;
    private readonly int harmonics;
    private readonly int width;

    /// <summary>Makes the module.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Bands, inputs, harmonics, period and initialisation.</param>
    /// <param name="width">Token width E_TM.</param>
    public TimeModulation(string name, AtatArchitecture architecture, int width)
        : base(name)
    {
        this.width = width;
        harmonics = architecture.Harmonics;
        embed = Linear(architecture.Inputs, width);
        var scaled = architecture.Initialisation == Initialisation.Scaled;
        tables = Parameter(init.normal_(empty(architecture.Bands, 2 * harmonics, 2 * width), 0, scaled ? Math.Sqrt(1.0 / harmonics) : 1));
        firstHarmonic = architecture.FirstHarmonic;
        frequency = 2 * Math.PI / architecture.Period;
        frequencies = tensor([.. Enumerable.Range(firstHarmonic, harmonics).Select(h => (float)(frequency * h))], [1, harmonics]);
        if (scaled && architecture.FirstHarmonic == 0)
        {
            using var _ = no_grad();
            using var constant = tables.narrow(1, harmonics, 1).narrow(2, 0, width);
            init.ones_(constant);
        }

        register_module("embed", embed);
        register_parameter("tables", tables);
        register_buffer("frequencies", frequencies, persistent: false);
    }

    /// <summary>Modulates a ragged batch.</summary>
    /// <returns>(observations, width), in the order of the input.</returns>
    public override Tensor forward(LightCurveTokens input)
    {
        var (scale, shift) = SeriesAt(input.Times, input.BandOffsets);
        return Modulate(Embed(input.Inputs), scale, shift);
    }

    /// <summary>The linear embedding alone: (…, inputs) to (…, width).</summary>
    internal Tensor Embed(Tensor inputs) => embed.forward(inputs);

    /// <summary>An embedding times one Fourier series plus the other (equation 4.1); shapes broadcast.</summary>
    internal static Tensor Modulate(Tensor embedded, Tensor scale, Tensor shift) => addcmul(shift, embedded, scale, One);

    /// <summary>The two Fourier series alone, of times ordered by band.</summary>
    /// <param name="times">(observations).</param>
    /// <param name="bandOffsets">First observation of each band, and one past the last.</param>
    /// <returns>(observations, width) both: what an embedding is multiplied by, and what is added to it.</returns>
    internal (Tensor Scale, Tensor Shift) SeriesAt(Tensor times, int[] bandOffsets)
    {
        using var waves = Waves(times);

        // The gradients of slices of one parameter would each be filled up with zeros and added; those of its parts are put together once.
        var tablesOfBands = tables.unbind(0);
        var parts = new List<Tensor>(bandOffsets.Length - 1);
        for (var band = 0; band + 1 < bandOffsets.Length; band++)
        {
            var start = bandOffsets[band];
            var count = bandOffsets[band + 1] - start;
            if (count > 0 || (parts.Count == 0 && band + 2 == bandOffsets.Length))
            {
                parts.Add(waves.narrow(0, start, count).matmul(tablesOfBands[band]));
            }
        }

        var series = cat(parts, 0).split(width, 1);
        return (series[0], series[1]);
    }

    // (observations, 2 H): sines, then cosines.
    private Tensor Waves(Tensor times)
    {
        if (times.device_type != DeviceType.CPU || times.dtype != ScalarType.Float32)
        {
            using var angles = times.unsqueeze(1) * frequencies;
            return cat([angles.sin(), angles.cos()], 1);
        }

        var waves = empty(times.shape[0], 2 * harmonics);
        FourierBasis.Fill(MemoryMarshal.Cast<byte, float>(times.bytes), frequency, firstHarmonic, MemoryMarshal.Cast<byte, float>(waves.bytes));
        return waves;
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
