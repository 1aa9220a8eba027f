using System.Runtime.Intrinsics;

namespace Atat.Features.Periodograms;

/// <summary>The bands that a period search uses, and what their fits take off chi-square at any frequencies, in double or single precision.</summary>
/// <param name="bandCount">Number of passbands of the survey.</param>
internal sealed class SearchedBands(int bandCount)
{
    private readonly BandReduction reductions = new();
    private readonly BandSignal[] signals = [.. Enumerable.Range(0, bandCount).Select(_ => new BandSignal())];
    private readonly SingleBandReduction[] singles = [.. Enumerable.Range(0, bandCount).Select(_ => new SingleBandReduction())];
    private readonly bool[] kept = new bool[bandCount];
    private double[] times = [];
    private bool single;

    /// <summary>Number of bands that are searched.</summary>
    public int Number { get; private set; }

    /// <summary>Sum of the degrees of freedom of the fits.</summary>
    public double Freedom { get; private set; }

    /// <summary>Sum of the chi-squares of constants.</summary>
    public double ChiSquare { get; private set; }

    /// <summary>Time from the first to the last observation, days; NaN where there is none.</summary>
    public double Span { get; private set; }

    /// <summary>Fewest observations of a band that is searched.</summary>
    public int FewestPoints { get; private set; }

    /// <summary>Observations of all bands that are searched.</summary>
    public int Points { get; private set; }

    /// <summary>Whether a band has points enough.</summary>
    public bool Has(int band) => kept[band];

    /// <summary>Chooses bands and observations of an object.</summary>
    public void Load(BandedObservations observations, PeriodSearchOptions options)
    {
        single = options.SinglePrecision;
        var (from, to) = double.IsFinite(options.Window) ? Busiest(observations, options.Window) : (double.NegativeInfinity, double.PositiveInfinity);
        var (first, last) = (double.PositiveInfinity, double.NegativeInfinity);
        (Freedom, ChiSquare, FewestPoints, Points, Number) = (0, 0, int.MaxValue, 0, 0);
        for (var band = 0; band < kept.Length; band++)
        {
            var signal = signals[band];
            signal.Load(observations[band], from, to);
            kept[band] = signal.Count >= options.FewestPoints && double.IsFinite(signal.ChiSquare);
            if (kept[band])
            {
                (first, last) = (Math.Min(first, signal.First), Math.Max(last, signal.Last));
                Freedom += Math.Max(0, signal.Count - 1 - (2 * options.Harmonics));
                (FewestPoints, Points, Number) = (Math.Min(FewestPoints, signal.Count), Points + signal.Count, Number + 1);
                if (single)
                {
                    singles[band].Load(observations[band], from, to);
                }

                ChiSquare += signal.ChiSquare;
            }
        }

        Span = !(last > first) ? double.NaN : single ? (float)last - (float)first : last - first;
    }

    /// <summary>The reductions of a band on a grid; <see cref="BandReduction.Padded"/> long.</summary>
    /// <param name="band">The band.</param>
    /// <param name="grid">Frequencies.</param>
    /// <param name="frequencies">The frequencies in single precision; for single precision alone.</param>
    /// <param name="harmonics">Harmonics.</param>
    /// <param name="reduction">Receives a value a frequency.</param>
    public void OnGrid(int band, FrequencyGrid grid, ReadOnlySpan<float> frequencies, int harmonics, Span<double> reduction)
    {
        if (single)
        {
            singles[band].At(frequencies, harmonics, reduction);
        }
        else
        {
            reductions.OnGrid(signals[band], grid, harmonics, reduction);
        }
    }

    /// <summary>The reductions of a band at a few equally spaced frequencies from each of several on, as <see cref="BandReduction.Few"/>.</summary>
    public void Between(int band, ReadOnlySpan<double> starts, double step, int harmonics, Span<double> reduction) =>
        reductions.Few(signals[band], starts, step, harmonics, reduction);

    /// <summary>The reductions of a band at frequencies in single precision.</summary>
    public void At(int band, ReadOnlySpan<float> frequencies, int harmonics, Span<double> reduction) =>
        singles[band].At(frequencies, harmonics, reduction);

    /// <summary>What fits of some harmonics to all bands leave of chi-square at a frequency; double precision.</summary>
    public double Residual(double frequency, int harmonics)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        var residual = ChiSquare;
        for (var band = 0; band < kept.Length; band++)
        {
            if (kept[band])
            {
                reductions.Few(signals[band], [frequency], 0, harmonics, lanes);
                residual -= lanes[0];
            }
        }

        return residual;
    }

    private (double From, double To) Busiest(BandedObservations observations, double window)
    {
        if (times.Length < observations.Count)
        {
            times = new double[observations.Count * 2];
        }

        var all = times.AsSpan(0, observations.Count);
        observations.All.Time.CopyTo(all);
        all.Sort();
        return BusiestWindow.Find(all, window);
    }
}
