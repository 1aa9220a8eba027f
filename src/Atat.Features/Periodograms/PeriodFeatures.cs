namespace Atat.Features.Periodograms;

/// <summary>The period and how it stands out, from a periodogram (thesis section 4.4.2; Sánchez-Sáez et al. 2021).</summary>
public static class PeriodFeatures
{
    private const int EntropyPoints = 100;
    private const double EntropyOffset = 0.01;
    private const string Source = "Schwarzenberg-Czerny 1996, ApJL 460, L107; Mondrik et al. 2015, ApJL 811, L34; Huijse et al. 2018, ApJS 236, 12; Sánchez-Sáez et al. 2021";
    private static readonly double[] Ratios = [1.0 / 4, 1.0 / 3, 1.0 / 2, 2, 3, 4];

    /// <summary>Of all bands together.</summary>
    public static FeatureFamily Family { get; } = new(
        "period",
        "The period at which a constant and one harmonic in each band explain most, and how peaked the periodogram is.",
        Source,
        FeatureScope.Object,
        [
            new("Multiband_period", "1 / frequency of the highest local maximum of the multi-band power", "days", 6, "NaN where no band has enough points (thesis 6, composite 15), or the periodogram too few maxima (thesis 10, composite 1)"),
            new("PPE", "1 - entropy of the 100 highest powers + 0.01, over ln 100", "1", 6, "as Multiband_period"),
        ]);

    /// <summary>Of each band.</summary>
    public static FeatureFamily Bands { get; } = new(
        "period by band",
        "The best period of each band alone, on the frequencies of the multi-band search.",
        Source,
        FeatureScope.Band,
        [
            new("Period_band", "1 / frequency of the band's highest power", "days", 6, "NaN where the band has too few points (thesis 6, composite 15), or there is no Multiband_period"),
            new("delta_period", "|Multiband_period - Period_band|", "days", 6, "as Period_band"),
        ]);

    /// <summary>Power at multiples of the best frequency.</summary>
    /// <param name="separator">What stands between 1 and its divisor: <c>/</c> in the thesis, <c>_</c> in the later code.</param>
    public static FeatureFamily Rates(string separator) => new(
        "power rates",
        "Power at fractions and multiples of the best period beside that at the period itself.",
        Source,
        FeatureScope.Object,
        [.. ((string[])[$"1{separator}4", $"1{separator}3", $"1{separator}2", "2", "3", "4"]).Select(name =>
            new FeatureDefinition($"Power_rate_{name}", $"power at {name.Replace('_', '/')} of the period over the highest power, on the grid", "1", 6, "as Multiband_period"))]);

    /// <summary>Computes the features of a search.</summary>
    /// <param name="periodogram">After its search.</param>
    /// <param name="bandCount">Number of passbands.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="whole">Receives <see cref="Family"/>.</param>
    /// <param name="bands">Receives <see cref="Bands"/>, (bands, 2).</param>
    /// <param name="rates">Receives <see cref="Rates"/>.</param>
    public static void Compute(MultibandPeriodogram periodogram, int bandCount, Scratch scratch, Span<double> whole, Span<double> bands, Span<double> rates)
    {
        whole[..2].Fill(double.NaN);
        bands[..(2 * bandCount)].Fill(double.NaN);
        rates[..Ratios.Length].Fill(double.NaN);
        if (!periodogram.Found)
        {
            return;
        }

        whole[0] = periodogram.Period;
        whole[1] = PowerEntropy(periodogram.Power, scratch);
        for (var band = 0; band < bandCount; band++)
        {
            bands[2 * band] = periodogram.BandPeriod(band);
            bands[(2 * band) + 1] = Math.Abs(periodogram.Period - bands[2 * band]);
        }

        var best = periodogram.Frequency(periodogram.BestIndex);
        for (var i = 0; i < Ratios.Length; i++)
        {
            rates[i] = periodogram.Power[Nearest(periodogram, best / Ratios[i])] / periodogram.Power[periodogram.BestIndex];
        }
    }

    // Entropy of the highest powers as if they were probabilities.
    private static double PowerEntropy(ReadOnlySpan<double> power, Scratch scratch)
    {
        var mark = scratch.Mark;
        var highest = Highest.Of(power, EntropyPoints, scratch);
        var sum = 0.0;
        foreach (var value in highest)
        {
            sum += value + EntropyOffset;
        }

        var entropy = 0.0;
        foreach (var value in highest)
        {
            var share = (value + EntropyOffset) / sum;
            entropy -= share * Math.Log(share);
        }

        scratch.Free(mark);
        return 1 - (entropy / Math.Log(EntropyPoints));
    }

    // The grid's frequencies are in order but for the refined ones, which moved by less than a step.
    private static int Nearest(MultibandPeriodogram periodogram, double frequency)
    {
        var guess = periodogram.Grid.Nearest(frequency);
        var best = guess;
        for (var k = Math.Max(0, guess - 2); k <= Math.Min(periodogram.Grid.Count - 1, guess + 2); k++)
        {
            var (distance, least) = (Math.Abs(periodogram.Frequency(k) - frequency), Math.Abs(periodogram.Frequency(best) - frequency));
            if (distance < least || (distance == least && periodogram.Frequency(k) < periodogram.Frequency(best)))
            {
                best = k;
            }
        }

        return best;
    }
}
