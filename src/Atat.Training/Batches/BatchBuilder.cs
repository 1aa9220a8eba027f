using System.Runtime.InteropServices;
using Atat.Networks;
using Atat.Training.Data;
using static TorchSharp.torch;

namespace Atat.Training.Batches;

/// <summary>Makes the tensors of micro-batches. Its buffers serve one batch after the other, so that one builder is for one thread.</summary>
/// <param name="inputs">The objects.</param>
/// <param name="architecture">Which branches need tensors.</param>
/// <param name="tokenBudget">Slots of one micro-batch at most.</param>
/// <param name="device">Where the tensors go.</param>
public sealed class BatchBuilder(ModelInputs inputs, AtatArchitecture architecture, int tokenBudget, Device device)
{
    private readonly List<float> values = [];
    private readonly List<float> times = [];
    private readonly List<byte> bands = [];
    private readonly List<float> tabular = [];
    private readonly List<float> partValues = [];
    private readonly List<float> partTimes = [];
    private readonly List<byte> partBands = [];
    private readonly List<int> partLengths = [];
    private readonly List<float> partRows = [];
    private readonly TokenPacker packer = new(inputs.Inputs, architecture.Bands, device);

    /// <summary>Makes micro-batches of samples, perturbed where an augmentation is given.</summary>
    /// <param name="samples">Objects and how many observations of each are seen.</param>
    /// <param name="augmentation">Perturbations; null for none.</param>
    /// <returns>Made one at a time while enumerated; the builder is not to be used for another batch meanwhile.</returns>
    public IEnumerable<MicroBatch> Build(IReadOnlyList<Sample> samples, Augmentation? augmentation = null)
    {
        values.Clear();
        times.Clear();
        bands.Clear();
        tabular.Clear();
        var starts = new int[samples.Count];
        var seen = new Sample[samples.Count];
        var columns = architecture.ColumnsRead;
        for (var i = 0; i < seen.Length; i++)
        {
            var perturbation = augmentation?.Draw(inputs, samples[i]);
            starts[i] = times.Count;
            if (architecture.LightCurve is not null)
            {
                Append(samples[i], perturbation);
            }

            seen[i] = samples[i] with { Length = times.Count - starts[i], Row = i };
            if (columns > 0)
            {
                tabular.AddRange(inputs.TabularRow(samples[i].Index));
                tabular.AddRange(inputs.Features.Width == 0 ? [] : inputs.Features.Row(samples[i].Index, samples[i].Day));
                perturbation?.Tabular(inputs, samples[i].Index, CollectionsMarshal.AsSpan(tabular)[(i * columns)..]);
            }
        }

        foreach (var part in MicroBatches.Split(seen, tokenBudget, columns))
        {
            yield return new MicroBatch(
                [.. part.Select(s => samples[s.Row] with { Length = s.Length })],
                architecture.LightCurve is null ? null : Pack(part, starts),
                columns == 0 ? null : Rows(part, columns));
        }
    }

    private void Append(Sample sample, Perturbation? perturbation)
    {
        var time = inputs.Windows.Times(sample.Index);
        var flux = inputs.Windows.Fluxes(sample.Index);
        var error = inputs.Windows.Errors(sample.Index);
        var band = inputs.Windows.Bands(sample.Index);
        var length = perturbation?.Length(inputs.Windows, sample) ?? sample.Length;
        for (var i = 0; i < length; i++)
        {
            var (t, f, e) = (time[i], flux[i], error[i]);
            if (perturbation?.Observation(ref t, ref f, ref e) == false)
            {
                continue;
            }

            times.Add(t);
            bands.Add(band[i]);
            values.Add(inputs.Scaling.Flux(f));
            if (inputs.Inputs == 2)
            {
                values.Add(inputs.Scaling.Error(e));
            }
        }
    }

    private LightCurveTokens Pack(Sample[] part, int[] starts)
    {
        partValues.Clear();
        partTimes.Clear();
        partBands.Clear();
        partLengths.Clear();
        foreach (var (_, length, row, _) in part)
        {
            var start = starts[row];
            partValues.AddRange(CollectionsMarshal.AsSpan(values).Slice(start * inputs.Inputs, length * inputs.Inputs));
            partTimes.AddRange(CollectionsMarshal.AsSpan(times).Slice(start, length));
            partBands.AddRange(CollectionsMarshal.AsSpan(bands).Slice(start, length));
            partLengths.Add(length);
        }

        return packer.Pack(CollectionsMarshal.AsSpan(partValues), CollectionsMarshal.AsSpan(partTimes), CollectionsMarshal.AsSpan(partBands), CollectionsMarshal.AsSpan(partLengths));
    }

    private Tensor Rows(Sample[] part, int columns)
    {
        partRows.Clear();
        foreach (var sample in part)
        {
            partRows.AddRange(CollectionsMarshal.AsSpan(tabular).Slice(sample.Row * columns, columns));
        }

        return HostTensor.Of<float>(CollectionsMarshal.AsSpan(partRows), [part.Length, columns], ScalarType.Float32, device);
    }
}
