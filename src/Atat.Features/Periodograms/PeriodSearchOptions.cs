namespace Atat.Features.Periodograms;

/// <summary>How a period is searched for.</summary>
public sealed record PeriodSearchOptions
{
    /// <summary>Of the thesis: 0.001 to 20 cycles a day in steps of 0.001, bands of more than five points.</summary>
    public static PeriodSearchOptions Thesis { get; } = new() { Grid = FrequencyGrid.Thesis, FewestPoints = 6, FewestMaxima = 10 };

    /// <summary>Of ALeRCE's later code: periods of 0.045 to 50 days in the 500 days with most points, bands of 15 points and more.</summary>
    public static PeriodSearchOptions Composite { get; } = new() { ShortestPeriod = 0.045, LongestPeriod = 50, Window = 500, FewestPoints = 15, SmallestResidual = 1e-9 };

    /// <summary>The frequencies; null for a grid that fits the light curve's length.</summary>
    public FrequencyGrid? Grid { get; init; }

    /// <summary>Shortest period of a fitted grid, days.</summary>
    public double ShortestPeriod { get; init; } = 0.045;

    /// <summary>Longest period of a fitted grid, days.</summary>
    public double LongestPeriod { get; init; } = 50;

    /// <summary>Only the window of this many days that has most points is searched.</summary>
    public double Window { get; init; } = double.PositiveInfinity;

    /// <summary>Bands with fewer points are left out.</summary>
    public int FewestPoints { get; init; } = 6;

    /// <summary>With fewer local maxima of the periodogram, no period is found.</summary>
    public int FewestMaxima { get; init; } = 1;

    /// <summary>Harmonics of the Fourier series that is fitted to each band.</summary>
    public int Harmonics { get; init; } = 1;

    /// <summary>
    /// Most harmonics with which the ten highest maxima are compared by the Bayesian information criterion; the highest maximum is taken where this is not
    /// more than <see cref="Harmonics"/>.
    /// </summary>
    public int MostHarmonics { get; init; } = 1;

    /// <summary>What a fit leaves of chi-square is counted as at least this; 0 for no more than keeps power finite.</summary>
    public double SmallestResidual { get; init; }

    /// <summary>Whether to compute in single precision, as the published codes do.</summary>
    public bool SinglePrecision { get; init; }
}
