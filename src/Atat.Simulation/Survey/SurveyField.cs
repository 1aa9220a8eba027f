namespace Atat.Simulation.Survey;

/// <summary>One pointing of the survey: where it is, and its visits.</summary>
internal sealed class SurveyField
{
    private const double MinimumLatitude = 15;

    private readonly Visit[] visits;

    private SurveyField(double rightAscension, double declination, Visit[] visits) =>
        (RightAscension, Declination, this.visits) = (rightAscension, declination, visits);

    /// <summary>Right ascension in degrees.</summary>
    public double RightAscension { get; }

    /// <summary>Declination in degrees.</summary>
    public double Declination { get; }

    /// <summary>Draws a field of the wide survey: declination -70 to 15 degrees, off the Galactic plane.</summary>
    public static SurveyField Draw(Timeline timeline, Random random)
    {
        while (true)
        {
            var declination = Math.Asin(random.NextUniform(Math.Sin(-70 * Math.PI / 180), Math.Sin(15 * Math.PI / 180))) * 180 / Math.PI;
            var rightAscension = random.NextUniform(0, 360);
            if (Math.Abs(SkyPosition.GalacticLatitude(rightAscension, declination)) > MinimumLatitude)
            {
                return new SurveyField(rightAscension, declination, [.. Cadence.Draw(timeline, rightAscension, random)]);
            }
        }
    }

    /// <summary>The visits between two times (MJD), both included.</summary>
    public ReadOnlySpan<Visit> Between(double from, double to)
    {
        ReadOnlySpan<Visit> all = visits;
        var first = all.FirstFrom(from);
        return all[first..Math.Max(first, all.FirstFrom(Math.BitIncrement(to)))];
    }
}
