namespace Atat.LightCurves;

/// <summary>The published preparation's limit on observations per band: a longer band keeps evenly spaced ones.</summary>
public static class Thinning
{
    /// <summary>Observations per band that the published code keeps.</summary>
    public const int PublishedLimit = 65;

    /// <summary>
    /// Thins every band of a selection to at most <paramref name="limit"/> observations at evenly spaced places (first and last
    /// included, places rounded down as NumPy does), in place.
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

    // numpy.linspace(0, n - 1, limit).astype(int), bit for bit: k * step may fall just short of a whole number, the end does not.
    private static bool IsKept(int place, int total, int limit)
    {
        if (total <= limit || place == total - 1)
        {
            return true;
        }

        var step = (total - 1.0) / (limit - 1);
        var k = (int)(place / step);
        return (int)(k * step) == place || (k < limit - 2 && (int)((k + 1) * step) == place);
    }
}
