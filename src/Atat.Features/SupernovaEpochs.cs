namespace Atat.Features;

/// <summary>
/// What each band did before and after the first detection in any band: the supernova features of thesis section 4.4.2, where an observation is a
/// detection if |f| > 3 e.
/// </summary>
public static class SupernovaEpochs
{
    private const double DetectionLimit = 3;

    /// <summary>What is computed.</summary>
    public static FeatureFamily Family { get; } = new(
        "SN",
        "Brightness around the first detection k, the first observation in any band with |f| > 3 e.",
        "Thesis section 4.4.2",
        FeatureScope.Band,
        [
            new("positive_fraction", "share of the band's observations with f > 0", "1", 1),
            new("dflux_first_det_band", "f_k (whatever its band) - f of the band's last observation before k", "flux", 1, "NaN without such an observation, or without a detection"),
            new("dflux_non_det_band", "f_k (whatever its band) - median f of the band's observations before k", "flux", 1, "as dflux_first_det_band"),
            new("last_flux_before_band", "f of the band's last observation before k", "flux", 1, "as dflux_first_det_band"),
            new("max_flux_before_band", "largest f of the band's observations before k", "flux", 1, "as dflux_first_det_band"),
            new("max_flux_after_band", "largest f of the band's non-detections after k", "flux", 1, "NaN without such a non-detection, or without a detection"),
            new("median_flux_before_band", "median f of the band's observations before k", "flux", 1, "as dflux_first_det_band"),
            new("median_flux_after_band", "median f of the band's non-detections after k", "flux", 1, "as max_flux_after_band"),
            new("n_non_det_before_band", "number of the band's observations before k", "points", 1, "0 without a detection"),
            new("n_non_det_after_band", "number of the band's non-detections after k", "points", 1, "0 without a detection"),
        ]);

    /// <summary>Computes the values of all bands.</summary>
    /// <param name="observations">The object.</param>
    /// <param name="rows">Rows to use, in order of time.</param>
    /// <param name="bandCount">Number of passbands.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives (bands, 10).</param>
    public static void Compute(Observations observations, ReadOnlySpan<int> rows, int bandCount, Scratch scratch, Span<double> values)
    {
        values[..(bandCount * Family.Features.Length)].Fill(double.NaN);
        var first = 0;
        while (first < rows.Length && !IsDetection(observations, rows[first]))
        {
            first++;
        }

        for (var band = 0; band < bandCount; band++)
        {
            var mark = scratch.Mark;
            ComputeBand(observations, rows, first, band, scratch.Take(rows.Length), scratch.Take(rows.Length), values.Slice(band * Family.Features.Length, Family.Features.Length));
            scratch.Free(mark);
        }
    }

    private static bool IsDetection(Observations observations, int row) =>
        Math.Abs(observations.Flux[row]) - (DetectionLimit * observations.Error[row]) > 0;

    private static void ComputeBand(Observations observations, ReadOnlySpan<int> rows, int first, int band, Span<double> before, Span<double> after, Span<double> values)
    {
        var (count, positive, beforeCount, afterCount, last) = (0, 0, 0, 0, double.NaN);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (observations.Band[row] != band)
            {
                continue;
            }

            var flux = observations.Flux[row];
            count++;
            positive += flux > 0 ? 1 : 0;
            if (i < first)
            {
                last = flux;
                before[beforeCount++] = flux;
            }
            else if (!IsDetection(observations, row))
            {
                after[afterCount++] = flux;
            }
        }

        if (count == 0)
        {
            return;
        }

        values[0] = (double)positive / count;
        var found = first < rows.Length;
        values[8] = found ? beforeCount : 0;
        values[9] = found ? afterCount : 0;
        if (found && beforeCount > 0)
        {
            before = before[..beforeCount];
            before.Sort();
            var median = OrderStatistics.Median(before);
            values[1] = observations.Flux[rows[first]] - last;
            values[2] = observations.Flux[rows[first]] - median;
            values[3] = last;
            values[4] = before[^1];
            values[6] = median;
        }

        if (found && afterCount > 0)
        {
            after = after[..afterCount];
            after.Sort();
            values[5] = after[^1];
            values[7] = OrderStatistics.Median(after);
        }
    }
}
