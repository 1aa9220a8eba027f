using Atat.LightCurves;

namespace Atat.Training.Data;

/// <summary>
/// The whole-light-curve window of every object of a catalog, packed. Each shorter window is a beginning of it, so that a cut at a
/// day is a length.
/// </summary>
public sealed class WindowedLightCurves
{
    private readonly WindowRule rule;
    private readonly int[] offsets;
    private readonly float[] times;
    private readonly float[] fluxes;
    private readonly float[] errors;
    private readonly byte[] bands;
    private readonly bool[] detected;
    private readonly double[] firstDetections;

    /// <summary>Packs a catalog's windows.</summary>
    /// <param name="catalog">The light curves.</param>
    /// <param name="rule">How a window at a day ends.</param>
    /// <param name="perBand">Observations kept per band, evenly thinned; 0 for all.</param>
    /// <param name="bandMap">The network's band of each of the catalog's; empty where they are the same.</param>
    public WindowedLightCurves(Catalog catalog, WindowRule rule, int perBand, ReadOnlySpan<byte> bandMap = default)
    {
        this.rule = rule;
        offsets = new int[catalog.Count + 1];
        firstDetections = new double[catalog.Count];
        var total = catalog.ObservationCount;
        (times, fluxes, errors, bands, detected) = (new float[total], new float[total], new float[total], new byte[total], new bool[total]);
        var indices = new int[Longest(catalog.Offsets)];
        var next = 0;
        for (var i = 0; i < catalog.Count; i++)
        {
            var lightCurve = catalog[i].LightCurve;
            var selected = indices.AsSpan(0, Window.Select(lightCurve, double.PositiveInfinity, rule, indices));
            if (perBand > 0)
            {
                selected = selected[..Thinning.PerBand(lightCurve.Band, selected, perBand)];
            }

            var start = selected.IsEmpty ? double.NaN : lightCurve.Mjd[selected[0]];
            firstDetections[i] = Window.FirstDetection(lightCurve) - start;
            foreach (var j in selected)
            {
                times[next] = (float)(lightCurve.Mjd[j] - start);
                fluxes[next] = lightCurve.Flux[j];
                errors[next] = lightCurve.FluxError[j];
                bands[next] = bandMap.IsEmpty ? lightCurve.Band[j] : bandMap[lightCurve.Band[j]];
                detected[next] = lightCurve.Detected[j];
                next++;
            }

            offsets[i + 1] = next;
        }
    }

    /// <summary>Days since the first point of the window.</summary>
    public ReadOnlySpan<float> Times(int index) => times.AsSpan(offsets[index]..offsets[index + 1]);

    /// <summary>Fluxes or magnitudes of the window.</summary>
    public ReadOnlySpan<float> Fluxes(int index) => fluxes.AsSpan(offsets[index]..offsets[index + 1]);

    /// <summary>Errors of the fluxes.</summary>
    public ReadOnlySpan<float> Errors(int index) => errors.AsSpan(offsets[index]..offsets[index + 1]);

    /// <summary>Passbands.</summary>
    public ReadOnlySpan<byte> Bands(int index) => bands.AsSpan(offsets[index]..offsets[index + 1]);

    /// <summary>Length of the window at a day after the first detection; from <see cref="Window.WholeLightCurve"/> on, all of it.</summary>
    public int Length(int index, double day)
    {
        if (day >= Window.WholeLightCurve)
        {
            return offsets[index + 1] - offsets[index];
        }

        var window = Times(index);
        var found = detected.AsSpan(offsets[index]..offsets[index + 1]);
        var length = window.Length;
        while (length > 0 && window[length - 1] - firstDetections[index] > day)
        {
            length--;
        }

        // With nothing cut off the window ends at its last detection already.
        while (rule == WindowRule.Causal && length > 0 && length < window.Length && !found[length - 1])
        {
            length--;
        }

        return length;
    }

    private static int Longest(ReadOnlySpan<int> starts)
    {
        var longest = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            longest = Math.Max(longest, starts[i] - starts[i - 1]);
        }

        return longest;
    }
}
