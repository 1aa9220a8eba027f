namespace Atat.Features;

/// <summary>Psi: how smooth a band's light curve is when folded with twice the period (Kim et al. 2014, A&amp;A 566, A43).</summary>
public static class FoldedRange
{
    /// <summary>What is computed.</summary>
    public static FeatureFamily Family { get; } = new(
        "Folded-Kim",
        "How smooth a band's light curve is in the order of its phase, with twice the multi-band period.",
        "Kim et al. 2014, A&A 566, A43; Sánchez-Sáez et al. 2021",
        FeatureScope.Band,
        [
            new("Psi_CS", "range of the cumulative sums of (f - m) / (N s) in the order of phase", "1", 3, "NaN where s = 0; in the order of time (thesis) or NaN (composite) without a period"),
            new("Psi_eta", "Σ (f_{i+1} - f_i)² / ((N - 1) s²) in the order of phase", "1", 3, "as Psi_CS"),
        ]);

    /// <summary>Computes both.</summary>
    /// <param name="band">The band.</param>
    /// <param name="period">Days; NaN for the order of time.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives Psi_CS and Psi_eta.</param>
    public static void Compute(BandSeries band, double period, Scratch scratch, Span<double> values)
    {
        values[..2].Fill(double.NaN);
        if (band.Length <= 2)
        {
            return;
        }

        var mark = scratch.Mark;
        var folded = scratch.Copy(band.Flux);
        if (!double.IsNaN(period))
        {
            var phase = scratch.Take(band.Length);
            var cycle = 2 * period;
            for (var i = 0; i < phase.Length; i++)
            {
                phase[i] = band.Time[i] % cycle / cycle;
            }

            phase.Sort(folded);
        }

        var moments = Moments.Of(folded);
        if (moments.Deviation > 0)
        {
            values[0] = CumulativeRange(folded, moments);
            var squares = 0.0;
            for (var i = 1; i < folded.Length; i++)
            {
                var step = folded[i] - folded[i - 1];
                squares += step * step;
            }

            values[1] = squares / ((folded.Length - 1) * moments.Variance);
        }

        scratch.Free(mark);
    }

    /// <summary>Range of the cumulative sums of (f - m) / (N s), in the order given.</summary>
    internal static double CumulativeRange(ReadOnlySpan<double> flux, Moments moments)
    {
        var (sum, low, high) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in flux)
        {
            sum += value - moments.Mean;
            (low, high) = (Math.Min(low, sum), Math.Max(high, sum));
        }

        return (high - low) / (flux.Length * moments.Deviation);
    }
}
