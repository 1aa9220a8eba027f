namespace Atat.LightCurves;

/// <summary>The published preparation's limit on observations per band: a longer band keeps evenly spaced ones.</summary>
public static class Thinning
{
    /// <summary>Observations per band that the published code keeps.</summary>
    public const int PublishedLimit = 65;

    /// <summary>
    /// Thins every band of a selection to at most <paramref name="limit"/> observations at evenly spaced places (first and last
    /// included, places rounded down), in place.
    /// </summary>
    /// <param name="bands">Band of every observation of the light curve.</param>
    /// <param name="indices">Selected observations, ascending; receives those kept, ascending.</param>
    /// <param name="limit">Observations a band may keep, at least 2.</param>
    /// <returns>How many are kept.</returns>
    public static int PerBand(ReadOnlySpan<byte> bands, Span<int> indices, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        Span<int> totals = stackalloc int[256];
        Span<int> seen = stackalloc int[256];
        totals.Clear();
        seen.Clear();
        foreach (var i in indices)
        {
            totals[bands[i]]++;
        }

        var kept = 0;
        foreach (var i in indices)
        {
            var place = seen[bands[i]]++;
            if (IsKept(place, totals[bands[i]], limit))
            {
                indices[kept++] = i;
            }
        }

        return kept;
    }

    // Place p of n is kept when floor(k (n - 1) / (limit - 1)) = p for some k; the smallest k that reaches p decides.
    private static bool IsKept(int place, int total, int limit)
    {
        if (total <= limit)
        {
            return true;
        }

        var k = (((long)place * (limit - 1)) + total - 2) / (total - 1);
        return k * (total - 1) / (limit - 1) == place;
    }
}
