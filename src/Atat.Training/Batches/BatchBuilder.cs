using System.Runtime.InteropServices;
using Atat.Networks;
using Atat.Training.Data;
using static TorchSharp.torch;

namespace Atat.Training.Batches;

/// <summary>Makes the tensors of micro-batches.</summary>
/// <param name="inputs">The objects.</param>
/// <param name="architecture">Which branches need tensors.</param>
/// <param name="tokenBudget">Slots of one micro-batch at most.</param>
/// <param name="device">Where the tensors go.</param>
public sealed class BatchBuilder(ModelInputs inputs, AtatArchitecture architecture, int tokenBudget, Device device)
{
    private readonly List<float> values = [];
    private readonly List<float> times = [];
    private readonly List<byte> bands = [];

    /// <summary>Makes micro-batches of samples, perturbed where an augmentation is given.</summary>
    /// <param name="samples">Objects and how many observations of each are seen.</param>
    /// <param name="augmentation">Perturbations; null for none.</param>
    /// <returns>Made one at a time while enumerated; the builder is not to be used for another batch meanwhile.</returns>
    public IEnumerable<MicroBatch> Build(IReadOnlyList<Sample> samples, Augmentation? augmentation = null)
    {
        values.Clear();
        times.Clear();
        bands.Clear();
        var starts = new int[samples.Count];
        var seen = new Sample[samples.Count];
        var columns = architecture.Tabular is null ? 0 : architecture.TabularColumns;
        var tabular = new float[samples.Count * columns];
        for (var i = 0; i < seen.Length; i++)
        {
            var perturbation = augmentation?.Draw(samples[i]);
            starts[i] = times.Count;
            if (architecture.LightCurve is not null)
            {
                Append(samples[i], perturbation);
            }

            seen[i] = samples[i] with { Length = times.Count - starts[i], Row = i };
            if (columns > 0)
            {
                var row = tabular.AsSpan(i * columns, columns);
                inputs.TabularRow(samples[i].Index).CopyTo(row);
                perturbation?.Tabular(inputs, samples[i].Index, row);
            }
        }

        foreach (var part in MicroBatches.Split(seen, tokenBudget))
        {
            yield return new MicroBatch(
                [.. part.Select(s => samples[s.Row] with { Length = s.Length })],
                architecture.LightCurve is null ? null : Pack(part, starts),
                columns == 0 ? null : Rows(part, tabular, columns));
        }
    }

    private void Append(Sample sample, Perturbation? perturbation)
    {
        var time = inputs.Windows.Times(sample.Index);
        var flux = inputs.Windows.Fluxes(sample.Index);
        var error = inputs.Windows.Errors(sample.Index);
        var band = inputs.Windows.Bands(sample.Index);
        for (var i = 0; i < sample.Length; i++)
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
        var count = part.Sum(s => s.Length);
        var partValues = new float[count * inputs.Inputs];
        var partTimes = new float[count];
        var partBands = new byte[count];
        var lengths = new int[part.Length];
        var next = 0;
        for (var i = 0; i < part.Length; i++)
        {
            var (start, length) = (starts[part[i].Row], part[i].Length);
            CollectionsMarshal.AsSpan(values).Slice(start * inputs.Inputs, length * inputs.Inputs).CopyTo(partValues.AsSpan(next * inputs.Inputs));
            CollectionsMarshal.AsSpan(times).Slice(start, length).CopyTo(partTimes.AsSpan(next));
            CollectionsMarshal.AsSpan(bands).Slice(start, length).CopyTo(partBands.AsSpan(next));
            lengths[i] = length;
            next += length;
        }

        return TokenPacker.Pack(partValues, partTimes, partBands, lengths, inputs.Inputs, architecture.Bands, device);
    }

    private Tensor Rows(Sample[] part, float[] tabular, int columns)
    {
        var rows = new float[part.Length * columns];
        for (var i = 0; i < part.Length; i++)
        {
            tabular.AsSpan(part[i].Row * columns, columns).CopyTo(rows.AsSpan(i * columns));
        }

        return tensor(rows, [part.Length, columns], device: device);
    }
}
