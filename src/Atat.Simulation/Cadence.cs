namespace Atat.Simulation;

/// <summary>When a field is observed, in which band and how deep: seasons of half a year, weather, the moon's cycle.</summary>
public sealed record Cadence
{
    private const double Lunation = 29.53;

    /// <summary>Time of the first possible visit (MJD).</summary>
    public double Start { get; init; } = 61000;

    /// <summary>Number of seasons, one a year.</summary>
    public int Seasons { get; init; } = 2;

    /// <summary>Length of a season in days.</summary>
    public double SeasonDays { get; init; } = 170;

    /// <summary>Mean days between nights on which the field is observed.</summary>
    public double NightSpacing { get; init; } = 5;

    /// <summary>Share of such nights that weather takes.</summary>
    public double WeatherLoss { get; init; } = 0.25;

    /// <summary>Magnitudes at five standard deviations on a dark night, one for each passband.</summary>
    public required double[] Depths { get; init; }

    /// <summary>Time of the last possible visit (MJD).</summary>
    public double End => Start + (365.25 * (Seasons - 1)) + SeasonDays;

    /// <summary>Draws the visits of one field, in order of time.</summary>
    public List<Visit> Draw(Random random)
    {
        var visits = new List<Visit>();
        var phase = random.NextUniform(0, Lunation);
        for (var season = 0; season < Seasons; season++)
        {
            var begin = Start + (365.25 * season);
            for (var night = begin + random.NextUniform(0, NightSpacing); night < begin + SeasonDays; night += Math.Max(1, random.NextNormal(NightSpacing, NightSpacing / 4)))
            {
                if (random.NextDouble() >= WeatherLoss)
                {
                    AddNight(visits, night, phase, random);
                }
            }
        }

        return visits;
    }

    // The bands follow each other within an hour; by bright moon the bluest is left out, and all see less deep.
    private void AddNight(List<Visit> visits, double night, double phase, Random random)
    {
        var moon = 0.5 - (0.5 * Math.Cos(2 * Math.PI * (night + phase) / Lunation));
        var seeing = random.NextNormal(0, 0.2);
        for (var band = 0; band < Depths.Length; band++)
        {
            if (band == 0 && moon > 0.7)
            {
                continue;
            }

            var depth = Depths[band] - (0.6 * moon * (Depths.Length - band) / Depths.Length) + seeing;
            visits.Add(new Visit(night + (0.01 * (band + random.NextDouble())), (byte)band, Magnitudes.ToFlux(depth) / 5));
        }
    }
}
