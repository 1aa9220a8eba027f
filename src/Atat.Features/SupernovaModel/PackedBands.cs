namespace Atat.Features.SupernovaModel;

/// <summary>
/// Corrected observations of the bands that have any, one band after the other, each padded to a multiple of 8 with observations of weight 0.
/// </summary>
internal readonly ref struct PackedBands
{
    /// <summary>Number of bands with observations.</summary>
    public int Count { get; private init; }

    /// <summary>The survey's index of each band.</summary>
    public Span<int> Bands { get; private init; }

    /// <summary>First place of each band, and behind the last its end.</summary>
    public Span<int> Starts { get; private init; }

    /// <summary>Times in days.</summary>
    public Span<double> Time { get; private init; }

    /// <summary>Fluxes after the corrections.</summary>
    public Span<double> Flux { get; private init; }

    /// <summary>Errors after the corrections; only where there are observations.</summary>
    public Span<double> Error { get; private init; }

    /// <summary>sqrt(w) / (e + q): the factor of each residual.</summary>
    public Span<double> Weight { get; private init; }

    /// <summary>Packs an object's observations.</summary>
    /// <param name="observations">Observations to fit.</param>
    /// <param name="options">Corrections and constants.</param>
    /// <param name="scratch">Holds the numbers.</param>
    /// <param name="indices">Holds the indices: twice the number of bands, and one.</param>
    public static PackedBands Pack(BandedObservations observations, in SupernovaFitOptions options, Scratch scratch, Span<int> indices)
    {
        var bandCount = observations.BandCount;
        var bands = indices[..bandCount];
        var starts = indices[bandCount..];
        var count = 0;
        starts[0] = 0;
        for (var band = 0; band < bandCount; band++)
        {
            var length = observations[band].Length;
            if (length > 0)
            {
                bands[count] = band;
                starts[count + 1] = starts[count] + PositiveSystem.Stride(length);
                count++;
            }
        }

        var total = starts[count];
        var packed = new PackedBands
        {
            Count = count,
            Bands = bands,
            Starts = starts,
            Time = scratch.Take(total),
            Flux = scratch.Take(total),
            Error = scratch.Take(total),
            Weight = scratch.TakeZeros(total),
        };
        packed.Fill(observations, options);
        packed.SetWeights(observations, SupernovaVariant.Of(options.Preset).WeightFloor, scratch);
        return packed;
    }

    /// <summary>Number of observations of a packed band.</summary>
    public int Length(BandedObservations observations, int index) => observations[Bands[index]].Length;

    private void Fill(BandedObservations observations, in SupernovaFitOptions options)
    {
        var common = SupernovaVariant.Of(options.Preset).FluxScale
            * (double.IsNaN(options.Reddening) ? 1 : FluxCorrection.Distance(options.Redshift));
        for (var index = 0; index < Count; index++)
        {
            var series = observations[Bands[index]];
            var factor = common * FluxCorrection.Dust(options.Bands.DustSlopes[Bands[index]], options.Reddening);
            for (var i = Starts[index]; i < Starts[index + 1]; i++)
            {
                // Padding repeats the last observation, so that it is as harmless to the model.
                var row = Math.Min(i - Starts[index], series.Length - 1);
                Time[i] = series.Time[row];
                Flux[i] = series.Flux[row] * factor;
                Error[i] = series.Error[row] * factor;
            }
        }
    }

    private void SetWeights(BandedObservations observations, double floor, Scratch scratch)
    {
        var mark = scratch.Mark;
        var errors = scratch.Take(observations.Count);
        var count = 0;
        var largest = 0.0;
        for (var index = 0; index < Count; index++)
        {
            var length = Length(observations, index);
            Error.Slice(Starts[index], length).CopyTo(errors[count..]);
            count += length;
            for (var i = 0; i < length; i++)
            {
                largest = Math.Max(largest, Math.Abs(Flux[Starts[index] + i]));
            }
        }

        errors.Sort();
        var smooth = 0.5 * OrderStatistics.Percentile(errors, 0.1);
        scratch.Free(mark);

        // Errors of zero, or none that make sense, must not divide by zero.
        var least = Math.Max(largest * 1e-12, 1e-100);
        for (var index = 0; index < Count; index++)
        {
            var end = Starts[index] + Length(observations, index);
            for (var i = Starts[index]; i < end; i++)
            {
                // Fluxes far below zero weigh little; this is the square root of the weight.
                var below = Math.Min(Flux[i] + Error[i], 0) / Math.Max(Error[i] + floor, least);
                Weight[i] = Math.Exp(-0.5 * below * below) / Math.Max(Error[i] + smooth, least);
            }
        }
    }
}
