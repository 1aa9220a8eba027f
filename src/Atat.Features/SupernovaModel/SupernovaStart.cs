namespace Atat.Features.SupernovaModel;

/// <summary>Bounds and start of the fit: those of Sánchez-Sáez et al. (2021) and their later code.</summary>
internal static class SupernovaStart
{
    // In the order A, t0, γ, β, τ_rise, τ_fall; those of A and t0 depend on the data.
    private static readonly double[] Initial = [0, 0, 14, 0.5, 7, 28];
    private static readonly double[] Lower = [0, -50, 1, 0, 1, 1];
    private static readonly double[] Upper = [0, 0, 120, 1, 100, 180];

    /// <summary>Sets bounds and start, six values for each packed band.</summary>
    /// <param name="data">Corrected data; at least one band.</param>
    /// <param name="observations">What they were packed from.</param>
    /// <param name="options">Preset and order of bands.</param>
    /// <param name="start">Receives the start.</param>
    /// <param name="lower">Receives the lower bounds.</param>
    /// <param name="upper">Receives the upper bounds.</param>
    public static void Set(
        in PackedBands data,
        BandedObservations observations,
        in SupernovaFitOptions options,
        Span<double> start,
        Span<double> lower,
        Span<double> upper)
    {
        var signed = SupernovaVariant.Of(options.Preset).SignedStart;
        var last = double.NegativeInfinity;
        for (var index = 0; index < data.Count; index++)
        {
            // Padding repeats the last observation, and times are ascending.
            last = Math.Max(last, data.Time[data.Starts[index + 1] - 1]);
        }

        last = Math.Max(last, Lower[1]);
        var reference = Reference(data, observations, options.Bands);
        var peak = data.Time[data.Starts[reference] + Highest(data, reference)];
        var t0 = Math.Max(Math.Min(peak - 10, last - 0.01), Lower[1] + 0.01);
        for (var index = 0; index < data.Count; index++)
        {
            var first = index * VillarModel.ParameterCount;
            Initial.CopyTo(start[first..]);
            Lower.CopyTo(lower[first..]);
            Upper.CopyTo(upper[first..]);
            var highest = data.Flux[data.Starts[index] + Highest(data, index)];
            lower[first] = Math.Abs(highest) / 10;
            upper[first] = Math.Abs(highest) * 10;
            start[first] = signed
                ? Math.Clamp(1.2 * highest, 1.1 * lower[first], 0.9 * upper[first])
                : 1.2 * Math.Abs(highest);
            upper[first + 1] = last;
            start[first + 1] = Math.Min(t0, last);
        }
    }

    // The packed band that the start of t0 is taken from.
    private static int Reference(in PackedBands data, BandedObservations observations, SupernovaBands bands)
    {
        var present = data.Bands[..data.Count];
        foreach (var band in bands.StartOrder)
        {
            if (present.IndexOf(band) is >= 0 and var index)
            {
                return index;
            }
        }

        var fullest = 0;
        for (var index = 1; index < data.Count; index++)
        {
            fullest = data.Length(observations, index) > data.Length(observations, fullest) ? index : fullest;
        }

        return fullest;
    }

    // Place of the first highest flux within a packed band.
    private static int Highest(in PackedBands data, int index)
    {
        var flux = data.Flux[data.Starts[index]..data.Starts[index + 1]];
        var best = 0;
        for (var i = 1; i < flux.Length; i++)
        {
            best = flux[i] > flux[best] ? i : best;
        }

        return best;
    }
}
