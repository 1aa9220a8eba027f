using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Atat.Features;

/// <summary>
/// Statistics of a band's variability (Nun et al. 2015, FATS): amplitude, moments, trends, autocorrelation, structure function, autoregression.
/// </summary>
public static class VariabilityStatistics
{
    /// <summary>Number of values.</summary>
    public const int Count = 26;

    private const int FewestPoints = 6;
    private const double ExtremeShare = 0.05;
    private const int TrendPoints = 30;

    private static readonly ImmutableArray<FeatureDefinition> Definitions =
    [
        new("Amplitude", "half the difference between the medians of the ⌈0.05 N⌉ largest and smallest f", "flux", FewestPoints),
        new("AndersonDarling", "1 / (1 + exp(-10 (A² - 0.3))), with A² the Anderson-Darling statistic against a normal distribution of mean m and deviation S (by N - 1)", "1", FewestPoints, "NaN if f is constant"),
        new("Autocor_length", "smallest lag, in points, at which the autocorrelation of f - m is below 1/e", "points", FewestPoints, "N if there is none"),
        new("Beyond1Std", "share of points farther from the weighted mean w (1/e²) than √(Σ (f - w)² / (N - 1))", "1", FewestPoints, "NaN if an error is 0"),
        new("Con", "number of three successive points that are all outside m ± 2 s, over N - 2", "1", FewestPoints),
        new("Eta_e", "Σ (d²/dt²) / Σ (1/dt²) / s², d and dt the steps of f and t", "1", FewestPoints, "NaN if f is constant or two times are equal"),
        new("Gskew", "median of the f up to the 3rd percentile + median of those from the 97th on - 2 medians", "flux", FewestPoints),
        new("MaxSlope", "largest |d| / dt", "flux / day", FewestPoints, "NaN if two times are equal"),
        new("Mean", "m", "flux", FewestPoints),
        new("Meanvariance", "s / m", "1", FewestPoints, "NaN if m = 0"),
        new("MedianAbsDev", "median of |f - median|", "flux", FewestPoints),
        new("MedianBRP", "share of points nearer to the median than a tenth of the range", "1", FewestPoints),
        new("PairSlopeTrend", "over the last 30 points, (rising steps - others) / 30", "1", FewestPoints),
        new("PercentAmplitude", "largest |f - median| / median", "1", FewestPoints, "NaN if the median is 0"),
        new("Q31", "75th minus 25th percentile", "flux", FewestPoints),
        new("Rcs", "range of the cumulative sums of (f - m) / (N s)", "1", FewestPoints, "NaN if f is constant"),
        new("Skew", "third central moment / s³", "1", FewestPoints, "NaN if f is constant"),
        new("SmallKurtosis", "N (N + 1) / ((N - 1)(N - 2)(N - 3)) Σ ((f - m) / s)⁴ - 3 (N - 1)² / ((N - 2)(N - 3))", "1", FewestPoints, "NaN if f is constant"),
        new("Std", "s, by N", "flux", FewestPoints),
        new("StetsonK", "Σ |u| / √(N Σ u²), u = √(N / (N - 1)) (f - w) / e", "1", FewestPoints, "NaN if f is constant or an error is 0"),
        new("Pvar", "probability that a constant source has a smaller Σ (f - m)² / e² (χ² with N - 1 degrees of freedom)", "1", FewestPoints),
        new("ExcessVar", "Σ ((f - m)² - e²) / (N m²)", "1", FewestPoints, "NaN if m = 0"),
        StructureFunction.Amplitude,
        StructureFunction.Gamma,
        IrregularAutoregression.Definition,
        new("LinearTrend", "slope of the least-squares line of f over t", "flux / day", FewestPoints, "NaN if all times are equal"),
    ];

    /// <summary>What is computed.</summary>
    public static FeatureFamily Family { get; } = new(
        "turbo-fats",
        "Statistics of the brightness of a band: spread, shape, trends and memory.",
        "Nun et al. 2015, arXiv:1506.00010 (FATS); Richards et al. 2011; Eyheramendy et al. 2018; Sánchez-Sáez et al. 2021",
        FeatureScope.Band,
        Definitions);

    /// <summary>Computes the values in the order of <see cref="Family"/>.</summary>
    /// <param name="band">The band.</param>
    /// <param name="sorted">Its brightness, ascending.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives <see cref="Count"/> values.</param>
    public static void Compute(BandSeries band, ReadOnlySpan<double> sorted, Scratch scratch, Span<double> values)
    {
        values = values[..Count];
        values.Fill(double.NaN);
        var n = band.Length;
        if (n < FewestPoints)
        {
            return;
        }

        var flux = band.Flux;
        var moments = Moments.Of(flux);
        var (mean, deviation) = (moments.Mean, moments.Deviation);
        var sampleDeviation = Math.Sqrt(PairwiseSum.OfSquares(flux, mean) / (n - 1));
        var median = OrderStatistics.Median(sorted);
        var weighted = WeightedMean(band);

        values[0] = ExtremeAmplitude(sorted);
        values[1] = deviation > 0 ? AndersonDarling.Compute(sorted, mean, sampleDeviation) : double.NaN;
        values[2] = AutocorrelationLength(flux, moments, scratch);
        values[3] = BeyondDeviation(flux, weighted);
        values[4] = Consecutive(flux, moments);
        Slopes(band, moments, out values[5], out values[7]);
        values[6] = MedianSkew(sorted, median);
        values[8] = mean;
        values[9] = deviation / mean;
        values[10] = MedianDeviation(flux, median, scratch);
        values[11] = NearMedian(flux, median, (sorted[^1] - sorted[0]) / 10);
        values[12] = PairTrend(flux);
        values[13] = Math.Max(sorted[^1] - median, median - sorted[0]) / median;
        values[14] = InterquartileRange.Compute(sorted);
        values[15] = deviation > 0 ? FoldedRange.CumulativeRange(flux, moments) : double.NaN;
        Shape(flux, moments, out values[16], out values[17]);
        values[18] = deviation;
        values[19] = deviation > 0 ? StetsonK(band, weighted) : double.NaN;
        Excess(band, moments, out values[20], out values[21]);
        StructureFunction.Compute(band, mean, scratch, out values[22], out values[23]);
        values[24] = IrregularAutoregression.Phi(band, mean, sampleDeviation, scratch);
        values[25] = Trend(band, mean);
    }

    private static double WeightedMean(BandSeries band)
    {
        var (total, sum) = (0.0, 0.0);
        for (var i = 0; i < band.Length; i++)
        {
            var weight = 1 / (band.Error[i] * band.Error[i]);
            total += weight;
            sum += weight * band.Flux[i];
        }

        return sum / total;
    }

    private static double ExtremeAmplitude(ReadOnlySpan<double> sorted)
    {
        var count = (int)Math.Ceiling(ExtremeShare * sorted.Length);
        return (OrderStatistics.Median(sorted[^count..]) - OrderStatistics.Median(sorted[..count])) / 2;
    }

    private static double AutocorrelationLength(ReadOnlySpan<double> flux, Moments moments, Scratch scratch)
    {
        var mark = scratch.Mark;
        var centred = scratch.Take(flux.Length);
        TensorPrimitives.Subtract(flux, moments.Mean, centred);
        var limit = moments.Variance * flux.Length / Math.E;
        var lag = 1;
        while (lag < flux.Length && !(TensorPrimitives.Dot<double>(centred[lag..], centred[..^lag]) < limit))
        {
            lag++;
        }

        scratch.Free(mark);
        return moments.Variance > 0 ? lag : flux.Length;
    }

    private static double BeyondDeviation(ReadOnlySpan<double> flux, double centre)
    {
        var squares = 0.0;
        foreach (var value in flux)
        {
            squares += (value - centre) * (value - centre);
        }

        var limit = Math.Sqrt(squares / (flux.Length - 1));
        var count = 0;
        foreach (var value in flux)
        {
            count += Math.Abs(value - centre) > limit ? 1 : 0;
        }

        return double.IsNaN(limit) ? double.NaN : (double)count / flux.Length;
    }

    private static double Consecutive(ReadOnlySpan<double> flux, Moments moments)
    {
        var (run, count) = (0, 0);
        foreach (var value in flux)
        {
            run = Math.Abs(value - moments.Mean) > 2 * moments.Deviation ? run + 1 : 0;
            count += run >= 3 ? 1 : 0;
        }

        return (double)count / (flux.Length - 2);
    }

    private static void Slopes(BandSeries band, Moments moments, out double eta, out double steepest)
    {
        var (slopes, weights) = (0.0, 0.0);
        steepest = 0;
        for (var i = 1; i < band.Length; i++)
        {
            var gap = band.Time[i] - band.Time[i - 1];
            var slope = (band.Flux[i] - band.Flux[i - 1]) / gap;
            slopes += slope * slope;
            weights += 1 / (gap * gap);
            steepest = Math.Max(steepest, Math.Abs(slope));
        }

        eta = slopes / weights / moments.Variance;
    }

    private static double MedianSkew(ReadOnlySpan<double> sorted, double median)
    {
        var low = OrderStatistics.Percentile(sorted, 0.03);
        var high = OrderStatistics.Percentile(sorted, 0.97);
        var (below, above) = (0, sorted.Length);
        while (below < sorted.Length && sorted[below] <= low)
        {
            below++;
        }

        while (above > 0 && sorted[above - 1] >= high)
        {
            above--;
        }

        return OrderStatistics.Median(sorted[..below]) + OrderStatistics.Median(sorted[above..]) - (2 * median);
    }

    private static double MedianDeviation(ReadOnlySpan<double> flux, double median, Scratch scratch)
    {
        var mark = scratch.Mark;
        var distance = scratch.Take(flux.Length);
        for (var i = 0; i < flux.Length; i++)
        {
            distance[i] = Math.Abs(flux[i] - median);
        }

        distance.Sort();
        var result = OrderStatistics.Median(distance);
        scratch.Free(mark);
        return result;
    }

    private static double NearMedian(ReadOnlySpan<double> flux, double median, double limit)
    {
        var count = 0;
        foreach (var value in flux)
        {
            count += Math.Abs(value - median) < limit ? 1 : 0;
        }

        return (double)count / flux.Length;
    }

    private static double PairTrend(ReadOnlySpan<double> flux)
    {
        var last = flux.Length > TrendPoints ? flux[^TrendPoints..] : flux;
        var rising = 0;
        for (var i = 1; i < last.Length; i++)
        {
            rising += last[i] > last[i - 1] ? 1 : -1;
        }

        return (double)rising / TrendPoints;
    }

    private static void Shape(ReadOnlySpan<double> flux, Moments moments, out double skew, out double kurtosis)
    {
        var (third, fourth) = (0.0, 0.0);
        foreach (var value in flux)
        {
            var distance = (value - moments.Mean) / moments.Deviation;
            var square = distance * distance;
            third += square * distance;
            fourth += square * square;
        }

        double n = flux.Length;
        skew = third / n;
        kurtosis = (n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourth) - (3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3)));
    }

    private static double StetsonK(BandSeries band, double centre)
    {
        // The factor of u is common to both sums, and cancels.
        var (absolute, squares) = (0.0, 0.0);
        for (var i = 0; i < band.Length; i++)
        {
            var residual = (band.Flux[i] - centre) / band.Error[i];
            absolute += Math.Abs(residual);
            squares += residual * residual;
        }

        return absolute / Math.Sqrt(band.Length * squares);
    }

    private static void Excess(BandSeries band, Moments moments, out double probability, out double excess)
    {
        var (chiSquare, errors) = (0.0, 0.0);
        for (var i = 0; i < band.Length; i++)
        {
            var distance = band.Flux[i] - moments.Mean;
            var square = band.Error[i] * band.Error[i];
            chiSquare += distance * distance / square;
            errors += square;
        }

        probability = ChiSquare.Below(chiSquare, band.Length - 1);
        excess = ((moments.Variance * band.Length) - errors) / (band.Length * moments.Mean * moments.Mean);
    }

    private static double Trend(BandSeries band, double mean)
    {
        var middle = Moments.Of(band.Time).Mean;
        var (product, square) = (0.0, 0.0);
        for (var i = 0; i < band.Length; i++)
        {
            var time = band.Time[i] - middle;
            product += time * (band.Flux[i] - mean);
            square += time * time;
        }

        return product / square;
    }
}
