namespace Atat.Features;

/// <summary>
/// What forced photometry says of each band before and after the first detection: the supernova features of ALeRCE's later code, where detections are
/// those that the survey flags.
/// </summary>
public static class FlaggedEpochs
{
    /// <summary>What is computed.</summary>
    public static FeatureFamily Family { get; } = new(
        "SN",
        "Forced photometry (what is no flagged detection) before and after t₁, the first detection in any band.",
        "ALeRCE's lc_classifier; after thesis section 4.4.2",
        FeatureScope.Band,
        [
            new("positive_fraction", "share of the band's detections with f > 0", "1", 1, "NaN without such a detection"),
            new("n_forced_phot_band_before", "number of the band's forced points before t₁", "points", 1, "NaN where the band has no forced point, 0 without a detection"),
            new("dbrightness_first_det_band", "f of the band's first detection - f of its last forced point before t₁", "flux", 2, "NaN without either point"),
            new("dbrightness_forced_phot_band", "f of the band's first detection - median f of its forced points before t₁", "flux", 2, "as dbrightness_first_det_band"),
            new("last_brightness_before_band", "f of the band's last forced point before t₁", "flux", 1, "NaN without such a point"),
            new("max_brightness_before_band", "largest f of the band's forced points before t₁", "flux", 1, "NaN without such a point"),
            new("median_brightness_before_band", "median f of the band's forced points before t₁", "flux", 1, "NaN without such a point"),
            new("n_forced_phot_band_after", "number of the band's forced points after t₁", "points", 1, "as n_forced_phot_band_before"),
            new("max_brightness_after_band", "largest f of the band's forced points after t₁", "flux", 1, "NaN without such a point"),
            new("median_brightness_after_band", "median f of the band's forced points after t₁", "flux", 1, "NaN without such a point"),
        ]);

    /// <summary>Computes the values of all bands.</summary>
    /// <param name="observations">The object.</param>
    /// <param name="rows">Rows to use, in order of time; those without flux count for times and the number of forced points only.</param>
    /// <param name="bandCount">Number of passbands.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives (bands, 10).</param>
    public static void Compute(Observations observations, ReadOnlySpan<int> rows, int bandCount, Scratch scratch, Span<double> values)
    {
        values[..(bandCount * Family.Features.Length)].Fill(double.NaN);
        var firstDetection = double.NaN;
        foreach (var row in rows)
        {
            if (observations.Detected[row])
            {
                firstDetection = observations.Time[row];
                break;
            }
        }

        for (var band = 0; band < bandCount; band++)
        {
            var mark = scratch.Mark;
            ComputeBand(observations, rows, firstDetection, band, scratch.Take(rows.Length), scratch.Take(rows.Length), values.Slice(band * Family.Features.Length, Family.Features.Length));
            scratch.Free(mark);
        }
    }

    private static void ComputeBand(Observations observations, ReadOnlySpan<int> rows, double firstDetection, int band, Span<double> before, Span<double> after, Span<double> values)
    {
        var (detections, positive, forced, beforeCount, afterCount) = (0, 0, 0, 0, 0);
        var (first, last) = (double.NaN, double.NaN);
        foreach (var row in rows)
        {
            if (observations.Band[row] != band)
            {
                continue;
            }

            var (time, flux) = (observations.Time[row], observations.Flux[row]);
            if (observations.Detected[row])
            {
                first = detections == 0 ? flux : first;
                detections++;
                positive += flux > 0 ? 1 : 0;
                continue;
            }

            forced++;
            if (double.IsNaN(flux))
            {
                continue;
            }

            if (time < firstDetection)
            {
                last = flux;
                before[beforeCount++] = flux;
            }
            else if (time > firstDetection)
            {
                after[afterCount++] = flux;
            }
        }

        values[0] = detections > 0 ? (double)positive / detections : double.NaN;
        values[1] = forced > 0 ? beforeCount : double.NaN;
        values[7] = forced > 0 ? afterCount : double.NaN;
        if (beforeCount > 0)
        {
            before = before[..beforeCount];
            before.Sort();
            var median = OrderStatistics.Median(before);
            values[2] = first - last;
            values[3] = first - median;
            values[4] = last;
            values[5] = before[^1];
            values[6] = median;
        }

        if (afterCount > 0)
        {
            after = after[..afterCount];
            after.Sort();
            values[8] = after[^1];
            values[9] = OrderStatistics.Median(after);
        }
    }
}
