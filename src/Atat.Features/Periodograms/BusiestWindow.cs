namespace Atat.Features.Periodograms;

/// <summary>The window of a given length in which a light curve has most observations.</summary>
internal static class BusiestWindow
{
    /// <summary>Finds it; of several the earliest.</summary>
    /// <param name="time">Times in days, ascending.</param>
    /// <param name="length">Days.</param>
    /// <returns>First and last time of the observations in it.</returns>
    public static (double From, double To) Find(ReadOnlySpan<double> time, double length)
    {
        if (time.Length == 0)
        {
            return (double.NaN, double.NaN);
        }

        var (start, end, best, from, to) = (0, 0, 0, 0, 0);
        while (true)
        {
            if (end - start + 1 > best)
            {
                (best, from, to) = (end - start + 1, start, end);
            }

            if (time[end] - time[start] < length)
            {
                if (++end >= time.Length)
                {
                    break;
                }

                while (time[end] - time[start] > length)
                {
                    start++;
                }
            }
            else
            {
                start++;
            }
        }

        return (time[from], time[to]);
    }
}
