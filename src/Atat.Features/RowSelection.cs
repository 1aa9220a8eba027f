namespace Atat.Features;

/// <summary>Which observations of an object each family of features is computed of, in order of time; refilled for one object after the other.</summary>
internal sealed class RowSelection
{
    // The thesis's cuts, FLUXCAL: what is larger is no measurement of its survey.
    private const double LargestError = 300;
    private const double LargestFlux = 50_000;
    private const int FewestOfThesis = 6;

    private const double DaysBeforeDetection = 30;

    private int[] ordered = [];
    private int[] all = [];
    private int[] detections = [];
    private int[] distinct = [];
    private int[] explosion = [];
    private double[] times = [];
    private int orderedCount;
    private int allCount;
    private int detectionCount;
    private int distinctCount;
    private int explosionCount;

    /// <summary>Every row, those without flux too.</summary>
    public ReadOnlySpan<int> Ordered => ordered.AsSpan(0, orderedCount);

    /// <summary>Rows with a flux and an error.</summary>
    public ReadOnlySpan<int> All => all.AsSpan(0, allCount);

    /// <summary>Flagged detections among <see cref="All"/>.</summary>
    public ReadOnlySpan<int> Detections => detections.AsSpan(0, detectionCount);

    /// <summary>The first of <see cref="Detections"/> of each time, whatever its band.</summary>
    public ReadOnlySpan<int> DistinctDetections => distinct.AsSpan(0, distinctCount);

    /// <summary>What the supernova model is fitted to.</summary>
    public ReadOnlySpan<int> Explosion => explosion.AsSpan(0, explosionCount);

    /// <summary>Time that the supernova model counts from, days.</summary>
    public double Origin { get; private set; }

    /// <summary>Time of the first flagged detection, days; NaN without one.</summary>
    public double FirstDetection { get; private set; }

    /// <summary>Time of the last flagged detection, days; NaN without one.</summary>
    public double LastDetection { get; private set; }

    /// <summary>Chooses the rows.</summary>
    /// <param name="brightness">The object; magnitudes are never cut.</param>
    /// <param name="thesis">By the thesis's rules rather than the later code's.</param>
    /// <returns>Whether there are enough for any feature.</returns>
    public bool Select(Observations brightness, bool thesis)
    {
        Sort(brightness.Time);
        (allCount, detectionCount, distinctCount, explosionCount) = (0, 0, 0, 0);
        (FirstDetection, LastDetection) = (double.NaN, double.NaN);
        var lastDistinct = double.NaN;
        foreach (var row in Ordered)
        {
            var time = brightness.Time[row];
            var usable = double.IsFinite(brightness.Flux[row]) && double.IsFinite(brightness.Error[row])
                && (!thesis || (brightness.Error[row] < LargestError && Math.Abs(brightness.Flux[row]) < LargestFlux));
            if (brightness.Detected[row])
            {
                FirstDetection = double.IsNaN(FirstDetection) ? time : FirstDetection;
                LastDetection = time;
                if (usable)
                {
                    detections[detectionCount++] = row;
                    if (time != lastDistinct)
                    {
                        (distinct[distinctCount++], lastDistinct) = (row, time);
                    }
                }
            }

            if (usable)
            {
                all[allCount++] = row;
            }
        }

        if (thesis && allCount < FewestOfThesis)
        {
            return false;
        }

        SelectExplosion(brightness.Time, thesis);
        return true;
    }

    private void SelectExplosion(ReadOnlySpan<double> time, bool thesis)
    {
        Origin = thesis ? time[all[0]] : FirstDetection;
        foreach (var row in All)
        {
            if (thesis || time[row] > Origin - DaysBeforeDetection)
            {
                explosion[explosionCount++] = row;
            }
        }
    }

    // By time; observations of one time stay in the order given.
    private void Sort(ReadOnlySpan<double> time)
    {
        if (ordered.Length < time.Length)
        {
            var capacity = Math.Max(256, time.Length * 2);
            ordered = new int[capacity];
            all = new int[capacity];
            detections = new int[capacity];
            distinct = new int[capacity];
            explosion = new int[capacity];
            times = new double[capacity];
        }

        orderedCount = time.Length;
        var sorted = true;
        for (var i = 0; i < time.Length; i++)
        {
            ordered[i] = i;
            sorted &= i == 0 || time[i] >= time[i - 1];
        }

        if (sorted)
        {
            return;
        }

        time.CopyTo(times);
        Array.Sort(times, ordered, 0, time.Length);
        for (var start = 0; start < time.Length;)
        {
            var end = start + 1;
            while (end < time.Length && times[end] == times[start])
            {
                end++;
            }

            Array.Sort(ordered, start, end - start);
            start = end;
        }
    }
}
