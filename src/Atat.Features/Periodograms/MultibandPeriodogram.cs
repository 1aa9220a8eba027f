using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.Periodograms;

/// <summary>
/// Multi-band analysis of variance (Mondrik, Long and Marshall 2015, ApJL 811, L34): a Fourier series in each band against a constant, at every frequency of a
/// grid, then finer around the ten highest maxima. One for each thread; its results hold until the next search.
/// </summary>
/// <param name="bandCount">Number of passbands of the survey.</param>
public sealed class MultibandPeriodogram(int bandCount)
{
    private const int Peaks = 10;
    private const int FinePoints = 20;
    private const int FineLanes = 24;

    // Without a floor a fit that leaves nothing would have infinite power, or a negative one by rounding.
    private const double SmallestShare = 1e-13;

    // A series is compared with others only where every band has so many points for each of its terms: it fits fewer whatever the period.
    private const int PointsForATerm = 3;

    private readonly SearchedBands bands = new(bandCount);
    private readonly double[][] bandReduction = [.. Enumerable.Repeat<double[]>([], bandCount)];
    private readonly (int Index, double Frequency)[] refined = new (int, double)[Peaks];
    private double[] power = [];
    private float[] frequencies = [];
    private double[] fine = [];
    private int refinedCount;
    private double smallestResidual;
    private bool single;
    private bool fixedGrid;

    /// <summary>The grid of the last search.</summary>
    public FrequencyGrid Grid { get; private set; }

    /// <summary>Whether the last search found a period.</summary>
    public bool Found { get; private set; }

    /// <summary>Power at each frequency: the ratio of explained to unexplained variance, dimensionless. At refined maxima that of <see cref="Frequency"/>.</summary>
    public ReadOnlySpan<double> Power => power.AsSpan(0, Grid.Count);

    /// <summary>The best period in days; NaN where none was found.</summary>
    public double Period { get; private set; }

    /// <summary>Power at the best period; NaN where none was found.</summary>
    public double PeriodPower { get; private set; }

    /// <summary>Index of the highest power, at the ends of the grid too.</summary>
    internal int BestIndex { get; private set; }

    /// <summary>Frequency of an index, cycles a day: the grid's, or at a refined maximum that of the maximum.</summary>
    public double Frequency(int index)
    {
        for (var i = refinedCount - 1; i >= 0; i--)
        {
            if (refined[i].Index == index)
            {
                return refined[i].Frequency;
            }
        }

        return single ? frequencies[index] : Grid[index];
    }

    /// <summary>The best period of a band alone, days; NaN where the band has too few points or no period was found.</summary>
    public double BandPeriod(int band) => Found && bands.Has(band)
        ? 1 / Frequency(Highest.IndexOf(bandReduction[band].AsSpan(0, Grid.Count)))
        : double.NaN;

    /// <summary>Searches.</summary>
    /// <param name="observations">The object's observations.</param>
    /// <param name="options">How.</param>
    /// <returns>Whether a period was found: where no band has enough points, or nothing varies, there is none.</returns>
    /// <exception cref="LightCurves.InputException">The options ask for more frequencies than can be searched.</exception>
    public bool Search(BandedObservations observations, PeriodSearchOptions options)
    {
        (Found, Period, PeriodPower, Grid, refinedCount) = (false, double.NaN, double.NaN, default, 0);
        (single, fixedGrid) = (options.SinglePrecision, options.Grid is not null);
        bands.Load(observations, options);
        if (double.IsNaN(bands.Span))
        {
            return false;
        }

        smallestResidual = options.SmallestResidual > 0 ? options.SmallestResidual
            : single ? double.NegativeInfinity : (bands.ChiSquare * SmallestShare) + double.Epsilon;
        Grid = options.Grid ?? FrequencyGrid.OfSpan(1 / options.LongestPeriod, 1 / options.ShortestPeriod, bands.Span, 0.2 / options.Harmonics);
        Evaluate(options.Harmonics);
        Span<int> peaks = stackalloc int[Peaks];
        peaks = peaks[..HighestMaxima(peaks)];
        if (peaks.Length < Math.Max(1, options.FewestMaxima))
        {
            return false;
        }

        // The period is that of the highest maximum: power that rises to the end of the grid is no period.
        Refine(peaks, options.Harmonics);
        BestIndex = Highest.IndexOf(Power);
        var best = options.MostHarmonics > options.Harmonics && !single ? MostLikely(peaks, options) : HighestOf(peaks);
        (Found, Period, PeriodPower) = (true, 1 / Frequency(best), power[best]);
        return true;
    }

    /// <summary>The local maxima of the last search, refined, the highest first: frequency in cycles a day, and power.</summary>
    /// <param name="count">How many at most; ten are refined.</param>
    public IReadOnlyList<(double Frequency, double Power)> Maxima(int count)
    {
        Span<int> peaks = stackalloc int[Math.Min(count, Peaks)];
        var found = HighestMaxima(peaks);
        var result = new List<(double, double)>();
        foreach (var peak in peaks[..found])
        {
            result.Add((Frequency(peak), power[peak]));
        }

        return result;
    }

    private int HighestOf(ReadOnlySpan<int> peaks)
    {
        var best = peaks[0];
        foreach (var peak in peaks)
        {
            best = power[peak] > power[best] ? peak : best;
        }

        return best;
    }

    // The maximum, with as many harmonics as it is worth, of the lowest Bayesian information criterion: aliases of light curves that are no sinusoids
    // often have more power at one harmonic, but leave more at several.
    private int MostLikely(ReadOnlySpan<int> peaks, PeriodSearchOptions options)
    {
        var (best, lowest) = (HighestOf(peaks), double.PositiveInfinity);
        foreach (var peak in peaks)
        {
            for (var harmonics = options.Harmonics; harmonics <= options.MostHarmonics; harmonics++)
            {
                var terms = (2 * harmonics) + 1;
                if (harmonics > options.Harmonics && bands.FewestPoints < PointsForATerm * terms)
                {
                    break;
                }

                var residual = Math.Max(bands.Residual(Frequency(peak), harmonics), smallestResidual);
                var criterion = (bands.Points * Math.Log(residual)) + (bands.Number * terms * Math.Log(bands.Points));
                (best, lowest) = criterion < lowest ? (peak, criterion) : (best, lowest);
            }
        }

        return best;
    }

    private void Evaluate(int harmonics)
    {
        var padded = BandReduction.Padded(Grid.Count);
        if (power.Length < padded)
        {
            power = new double[padded];
        }

        if (single)
        {
            FillFrequencies();
        }

        var sum = power.AsSpan(0, padded);
        sum.Clear();
        for (var band = 0; band < bandCount; band++)
        {
            if (!bands.Has(band))
            {
                continue;
            }

            if (bandReduction[band].Length < padded)
            {
                bandReduction[band] = new double[padded];
            }

            var reduction = bandReduction[band].AsSpan(0, padded);
            bands.OnGrid(band, Grid, frequencies.AsSpan(0, single ? Grid.Count : 0), harmonics, reduction);
            TensorPrimitives.Add(sum, reduction, sum);
        }

        ToPower(sum);
    }

    private void FillFrequencies()
    {
        if (frequencies.Length < Grid.Count)
        {
            frequencies = new float[Grid.Count];
        }

        // A fitted grid is rounded; the fixed one was made in single precision from its first two frequencies.
        var (start, step) = ((float)Grid[0], (float)Grid[1] - (float)Grid[0]);
        for (var k = 0; k < Grid.Count; k++)
        {
            frequencies[k] = fixedGrid ? start + (k * step) : (float)Grid[k];
        }
    }

    private void ToPower(Span<double> sum)
    {
        foreach (ref var value in MemoryMarshal.Cast<double, Vector512<double>>(sum))
        {
            value = value * bands.Freedom / (2 * Vector512.Max(Vector512.Create(bands.ChiSquare) - value, Vector512.Create(smallestResidual)));
        }
    }

    private int HighestMaxima(Span<int> peaks)
    {
        var found = 0;
        var threshold = double.NegativeInfinity;
        var values = Power;
        for (var k = 1; k < values.Length - 1; k++)
        {
            if (values[k] > threshold && values[k] > values[k - 1] && values[k] > values[k + 1])
            {
                var place = found < peaks.Length ? found++ : peaks.Length - 1;
                for (; place > 0 && values[peaks[place - 1]] < values[k]; place--)
                {
                    peaks[place] = peaks[place - 1];
                }

                peaks[place] = k;
                threshold = found < peaks.Length ? threshold : values[peaks[^1]];
            }
        }

        return found;
    }

    // Where a finer frequency is better, it takes the place of the grid's, in every band.
    private void Refine(ReadOnlySpan<int> peaks, int harmonics)
    {
        Span<double> starts = stackalloc double[peaks.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = Frequency(peaks[i] - 1);
        }

        var step = 2 * Grid.Step / (FinePoints - 1);
        var size = peaks.Length * FineLanes;
        Span<double> sums = stackalloc double[size];
        sums.Clear();
        Array.Resize(ref fine, Math.Max(fine.Length, bandCount * size));
        for (var band = 0; band < bandCount; band++)
        {
            if (bands.Has(band))
            {
                var reduction = fine.AsSpan(band * size, size);
                if (single)
                {
                    RefineSingle(band, peaks, harmonics, reduction);
                }
                else
                {
                    bands.Between(band, starts, step, harmonics, reduction);
                }

                TensorPrimitives.Add(sums, reduction, sums);
            }
        }

        ToPower(sums);
        for (var i = 0; i < peaks.Length; i++)
        {
            var powers = sums.Slice(i * FineLanes, FinePoints);
            var best = Highest.IndexOf(powers);
            if (powers[best] > power[peaks[i]])
            {
                power[peaks[i]] = powers[best];
                refined[refinedCount++] = (peaks[i], single ? SingleFine(peaks[i], best) : starts[i] + (best * step));
                for (var band = 0; band < bandCount; band++)
                {
                    if (bands.Has(band))
                    {
                        bandReduction[band][peaks[i]] = fine[(band * size) + (i * FineLanes) + best];
                    }
                }
            }
        }
    }

    private void RefineSingle(int band, ReadOnlySpan<int> peaks, int harmonics, Span<double> reduction)
    {
        Span<float> some = stackalloc float[FinePoints];
        for (var i = 0; i < peaks.Length; i++)
        {
            for (var k = 0; k < FinePoints; k++)
            {
                some[k] = SingleFine(peaks[i], k);
            }

            bands.At(band, some, harmonics, reduction.Slice(i * FineLanes, FinePoints));
        }
    }

    // From the frequency before a maximum to that after it.
    private float SingleFine(int peak, int index)
    {
        double start = frequencies[peak - 1];
        return (float)(start + (index * ((frequencies[peak + 1] - start) / (FinePoints - 1))));
    }
}
