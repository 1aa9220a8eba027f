namespace Atat.Simulation.Survey;

/// <summary>
/// When a field is visited and in which passbands, as in the wide-fast-deep part of LSST's baseline (Jones et al. 2021): seasons of
/// about half a year, clustered nights with gaps of weather, pairs of visits half an hour apart in neighbouring passbands, and five of
/// the six filters at a time: u only around new Moon, z only around full.
/// </summary>
internal static class Cadence
{
    private const double Year = 365.25;
    private const double Lunation = 29.530588;
    private const double NewMoon = 59847.91; // MJD of one

    private static readonly (byte First, byte Second, double Weight)[] Dark =
        [(0, 1, 0.13), (0, 2, 0.13), (1, 2, 0.23), (2, 3, 0.45), (5, 5, 0.06)];

    private static readonly (byte First, byte Second, double Weight)[] Bright =
        [(3, 4, 0.38), (4, 5, 0.34), (5, 5, 0.20), (2, 3, 0.08)];

    /// <summary>Draws the visits of one field in order of time.</summary>
    /// <param name="timeline">Time that the survey lasts.</param>
    /// <param name="rightAscension">Right ascension in degrees, which sets the season.</param>
    /// <param name="random">Source of randomness.</param>
    public static List<Visit> Draw(Timeline timeline, double rightAscension, Random random)
    {
        var visits = new List<Visit>();

        // At the autumnal equinox right ascension 0 stands in the south at midnight; so often a field has its middle of season.
        const double equinox = 60210;
        var middle = equinox + (rightAscension / 360 * Year);
        middle -= Year * Math.Ceiling((middle - timeline.Start) / Year);
        for (; middle < timeline.End + Year; middle += Year)
        {
            var half = random.NextUniform(70, 95);
            for (var night = Math.Floor(middle - half); night < middle + half; night += Gap(random))
            {
                AddNight(visits, timeline, night, (night - middle) / half, random);
            }
        }

        visits.Sort((a, b) => a.Mjd.CompareTo(b.Mjd));
        return visits;
    }

    // Whole nights to the next visit: often the next or second next, else a week, sometimes weeks of weather or another programme.
    private static double Gap(Random random) => random.NextDouble() switch
    {
        < 0.36 => 1,
        < 0.47 => 2,
        < 0.93 => 2 + Math.Ceiling(random.NextExponential(5.5)),
        _ => 8 + Math.Ceiling(random.NextExponential(12)),
    };

    private static void AddNight(List<Visit> visits, Timeline timeline, double night, double season, Random random)
    {
        var moon = ((night + 1 - NewMoon) / Lunation) % 1;
        moon = moon < 0 ? moon + 1 : moon;
        var darkness = moon switch { < 0.2 or > 0.78 => 0.97, < 0.3 => 0.12, > 0.58 => 0.45, _ => 0.06 };
        var seeing = random.NextSplitNormal(-0.07, 0.12, 0.22);
        var pairs = random.NextDouble() switch { < 0.69 => 1, < 0.93 => 2, _ => 3 };

        // Early in the season a field is visited before dawn, late in it after dusk.
        var start = night + 1.18 - (0.13 * season) + random.NextNormal(0, 0.04);
        for (var pair = 0; pair < pairs; pair++)
        {
            var (first, second) = Pair(random.NextDouble() < darkness ? Dark : Bright, random);
            var later = start + random.NextNormal(0.0232, 0.0025, 0.012, 0.05);
            foreach (var (time, band) in ((ReadOnlySpan<(double, byte)>)[(start, first), (later, second)]))
            {
                if (time > timeline.Start && time < timeline.End && random.NextDouble() > 0.04)
                {
                    visits.Add(Conditions.Expose(time, band, moon, seeing, random));
                }
            }

            start += random.NextDouble() < 0.5 ? 0.0004 + random.NextUniform(0, 0.012) : random.NextUniform(0.03, 0.09);
        }
    }

    private static (byte First, byte Second) Pair((byte First, byte Second, double Weight)[] pairs, Random random)
    {
        var target = random.NextDouble();
        foreach (var (first, second, weight) in pairs)
        {
            target -= weight;
            if (target < 0)
            {
                return random.NextDouble() < 0.75 ? (first, second) : (second, first);
            }
        }

        return (pairs[0].First, pairs[0].Second);
    }
}
