using Atat.Networks;
using Atat.Training.Batches;
using Atat.Training.Data;
using static TorchSharp.torch;

namespace Atat.Training.Benchmarks;

/// <summary>
/// The layout that published codes use, for comparison: every object has the same number of slots in every band, those without
/// observation are computed and hidden from attention.
/// </summary>
internal static class PaddedLayout
{
    /// <summary>Slots of one band: the most observations that are kept of it.</summary>
    public const int SlotsPerBand = 65;

    /// <summary>Makes the micro-batches of some samples.</summary>
    /// <param name="inputs">The objects.</param>
    /// <param name="samples">Which of them, and how many observations of each.</param>
    /// <param name="bands">Number of passbands.</param>
    /// <param name="objectsAtOnce">Objects of a micro-batch.</param>
    /// <param name="device">Where the tensors go.</param>
    public static IEnumerable<MicroBatch> Build(ModelInputs inputs, IEnumerable<Sample> samples, int bands, int objectsAtOnce, Device device) =>
        samples.Chunk(objectsAtOnce).Select(part => new MicroBatch(part, Pack(inputs, part, bands, device), null));

    private static LightCurveTokens Pack(ModelInputs inputs, Sample[] part, int bands, Device device)
    {
        var width = inputs.Inputs;
        var bandSlots = part.Length * SlotsPerBand;
        var values = new float[bands * bandSlots * width];
        var times = new float[bands * bandSlots];
        var columns = 1 + (bands * SlotsPerBand);
        var sequence = new long[part.Length * columns];
        var visible = new bool[sequence.Length];
        for (var o = 0; o < part.Length; o++)
        {
            visible[o * columns] = true;
            for (var slot = 0; slot < bands * SlotsPerBand; slot++)
            {
                var (of, place) = Math.DivRem(slot, SlotsPerBand);
                sequence[(o * columns) + 1 + slot] = (of * bandSlots) + (o * SlotsPerBand) + place + 1;
            }

            var next = new int[bands];
            var time = inputs.Windows.Times(part[o].Index);
            var flux = inputs.Windows.Fluxes(part[o].Index);
            var error = inputs.Windows.Errors(part[o].Index);
            var band = inputs.Windows.Bands(part[o].Index);
            for (var i = 0; i < part[o].Length; i++)
            {
                var slot = next[band[i]]++;
                var row = (band[i] * bandSlots) + (o * SlotsPerBand) + slot;
                times[row] = time[i];
                values[row * width] = inputs.Scaling.Flux(flux[i]);
                if (width == 2)
                {
                    values[(row * width) + 1] = inputs.Scaling.Error(error[i]);
                }

                visible[(o * columns) + 1 + (band[i] * SlotsPerBand) + slot] = true;
            }
        }

        return new LightCurveTokens(
            HostTensor.Of<float>(values, [times.Length, width], ScalarType.Float32, device),
            HostTensor.Of<float>(times, [times.Length], ScalarType.Float32, device),
            [.. Enumerable.Range(0, bands + 1).Select(b => b * bandSlots)],
            HostTensor.Of<long>(sequence, [part.Length, columns], ScalarType.Int64, device),
            HostTensor.Of<bool>(visible, [part.Length, 1, 1, columns], ScalarType.Bool, device));
    }
}
