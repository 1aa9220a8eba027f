namespace Atat.Features;

/// <summary>
/// The power law of the structure function: how much brightness differs after a time, noise taken off (Schmidt et al. 2010, ApJ 714, 1194). Sums over pairs
/// come from running sums over points, so that long light curves cost no more than a few dozen operations a point.
/// </summary>
internal static class StructureFunction
{
    private const double ShortestLag = 5; // days
    private const double LongestLag = 365; // days
    private const double LastEdge = 2000; // days
    private const double LogarithmicStep = 0.1;
    private const double Year = 365; // days
    private const double Undefined = -0.5;

    private static readonly double[] Edges = [.. Enumerable.Range(0, 64)
        .Select(k => Math.Pow(10, Math.Log10(ShortestLag) + (LogarithmicStep * k))).TakeWhile(edge => edge < LastEdge)];

    /// <summary>Amplitude at a year.</summary>
    public static FeatureDefinition Amplitude { get; } = new(
        "SF_ML_amplitude",
        "A of SF = A (τ / 365 d)^γ, by least squares of log SF over log τ in the bins of 0.1 dex from 5 d up to half a year; SF² is the mean of (f_i - f_j)² - e_i² - e_j² over a bin's pairs; below 0.005 0, at most 15",
        "flux",
        6,
        "-0.5 with fewer than two bins of pairs, or none in range");

    /// <summary>Slope.</summary>
    public static FeatureDefinition Gamma { get; } = new("SF_ML_gamma", "γ of SF_ML_amplitude's power law, from -0.5 to 3; 0 where the amplitude is", "1", 6, "as SF_ML_amplitude");

    /// <summary>Fits the power law.</summary>
    /// <param name="band">The band.</param>
    /// <param name="mean">Mean of its brightness.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="amplitude">SF_ML_amplitude.</param>
    /// <param name="gamma">SF_ML_gamma.</param>
    public static void Compute(BandSeries band, double mean, Scratch scratch, out double amplitude, out double gamma)
    {
        var mark = scratch.Mark;
        var sums = scratch.TakeZeros(Edges.Length - 1);
        var counts = scratch.TakeZeros(Edges.Length - 1);
        SumPairs(band, mean, scratch, sums, counts);
        (amplitude, gamma) = Fit(sums, counts);
        scratch.Free(mark);
    }

    private static void SumPairs(BandSeries band, double mean, Scratch scratch, Span<double> sums, Span<double> counts)
    {
        var n = band.Length;
        var running = scratch.TakeZeros(n + 1);
        var squares = scratch.TakeZeros(n + 1);
        for (var i = 0; i < n; i++)
        {
            var value = band.Flux[i] - mean;
            running[i + 1] = running[i] + value;
            squares[i + 1] = squares[i] + (value * value) - (band.Error[i] * band.Error[i]);
        }

        // The pairs of a bin: for each first point the second ones from where the lag reaches the lower edge to where it reaches the upper one.
        var from = 0;
        Span<int> ends = stackalloc int[Edges.Length];
        ends.Clear();
        for (var i = 0; i < n; i++)
        {
            var value = band.Flux[i] - mean;
            var own = (value * value) - (band.Error[i] * band.Error[i]);
            from = Math.Max(from, i + 1);
            while (from < n && band.Time[from] - band.Time[i] < ShortestLag)
            {
                from++;
            }

            var start = from;
            for (var bin = 0; bin < sums.Length && start < n; bin++)
            {
                var end = Math.Max(ends[bin], start);
                while (end < n && band.Time[end] - band.Time[i] < Edges[bin + 1] && band.Time[end] - band.Time[i] <= LongestLag)
                {
                    end++;
                }

                ends[bin] = end;
                var number = end - start;
                sums[bin] += (number * own) - (2 * value * (running[end] - running[start])) + squares[end] - squares[start];
                counts[bin] += number;
                start = end;
                if (end < n && band.Time[end] - band.Time[i] > LongestLag)
                {
                    break;
                }
            }
        }
    }

    private static (double Amplitude, double Gamma) Fit(ReadOnlySpan<double> sums, ReadOnlySpan<double> counts)
    {
        var (bins, n, sx, sy, sxx, sxy) = (0, 0, 0.0, 0.0, 0.0, 0.0);
        for (var bin = 0; bin < sums.Length; bin++)
        {
            var square = sums[bin] / counts[bin];
            if (!(square >= 0))
            {
                continue;
            }

            bins++;
            var lag = (Edges[bin] + Edges[bin + 1]) / 2 / Year;
            if (lag is > 0.01 and <= 0.5)
            {
                var (x, y) = (Math.Log10(lag), Math.Log10(Math.Sqrt(square)));
                (n, sx, sy, sxx, sxy) = (n + 1, sx + x, sy + y, sxx + (x * x), sxy + (x * y));
            }
        }

        if (bins < 2 || n == 0)
        {
            return (Undefined, Undefined);
        }

        double slope, intercept;
        if (n == 1)
        {
            // One point: the line of least norm, with x counted as the column of the slope.
            (slope, intercept) = (sy / (2 * sx), sy / 2);
        }
        else
        {
            slope = ((n * sxy) - (sx * sy)) / ((n * sxx) - (sx * sx));
            intercept = (sy - (slope * sx)) / n;
        }

        var amplitude = Math.Pow(10, intercept);
        return !double.IsFinite(slope) || double.IsNaN(amplitude) ? (Undefined, Undefined)
            : amplitude < 0.005 ? (0, 0)
            : (Math.Min(amplitude, 15), Math.Clamp(slope, -0.5, 3));
    }
}
