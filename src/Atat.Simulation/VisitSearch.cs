namespace Atat.Simulation;

/// <summary>Finds visits by time.</summary>
internal static class VisitSearch
{
    /// <summary>Index of the first visit at or after a time (MJD); their number where there is none.</summary>
    public static int FirstFrom(this ReadOnlySpan<Visit> visits, double time)
    {
        var (low, high) = (0, visits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = visits[middle].Mjd < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
