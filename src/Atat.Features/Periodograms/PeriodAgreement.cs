namespace Atat.Features.Periodograms;

/// <summary>How the periods found for the objects of a class compare with those known for them.</summary>
/// <param name="Class">The class.</param>
/// <param name="Objects">Objects with a known period.</param>
/// <param name="Same">Found within 1 %.</param>
/// <param name="HalfOrDouble">Found at half or twice the known one, within 1 %.</param>
/// <param name="DailyAlias">Found where sampling once a day puts the image of the known one: frequencies whose sum or difference is 1, 2 or 3 cycles a day.</param>
/// <param name="Other">Found elsewhere, or not at all.</param>
public sealed record PeriodAgreement(string Class, int Objects, int Same, int HalfOrDouble, int DailyAlias, int Other)
{
    private const double Tolerance = 0.01;

    // Cycles a day: the sidereal day is within it.
    private const double AliasTolerance = 0.01;
    private const int MostDays = 3;

    /// <summary>Compares the periods of objects, class by class and, last, all of them.</summary>
    /// <param name="objects">Class, known and found period of each object, days; those whose known period is no positive number are left out.</param>
    public static IReadOnlyList<PeriodAgreement> Of(IEnumerable<(string Class, double Known, double Found)> objects)
    {
        var known = objects.Where(o => o.Known > 0 && double.IsFinite(o.Known)).ToArray();
        return [.. known.GroupBy(o => o.Class, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Count(g.Key, g)), Count("all", known)];
    }

    private static PeriodAgreement Count(string name, IEnumerable<(string Class, double Known, double Found)> objects)
    {
        var counts = new int[4];
        foreach (var (_, known, found) in objects)
        {
            counts[Near(found, known) ? 0 : Near(found, known / 2) || Near(found, known * 2) ? 1 : IsAlias(1 / known, 1 / found) ? 2 : 3]++;
        }

        return new PeriodAgreement(name, counts.Sum(), counts[0], counts[1], counts[2], counts[3]);
    }

    private static bool Near(double found, double known) => Math.Abs((found / known) - 1) <= Tolerance;

    private static bool IsAlias(double known, double found)
    {
        for (var days = 1; days <= MostDays; days++)
        {
            if (Math.Abs(Math.Abs(known - found) - days) < AliasTolerance || Math.Abs(known + found - days) < AliasTolerance)
            {
                return true;
            }
        }

        return false;
    }
}
