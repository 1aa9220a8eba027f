using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// M dwarf with flares of minutes to hours: energies by a power law (Hawley et al. 2014, figure 13), widths that grow with energy (section 3.2),
/// light of a black body near 9,500 K (Kowalski et al. 2013) on a star of 2,800 to 3,900 K. The reference image shows the quiet star.
/// </summary>
public sealed class FlaringDwarf : ISource
{
    private const double Slope = 0.85; // of the cumulative distribution of energies
    private const double MaximumEnergy = 3e35; // erg
    private const double WidestDays = 0.4;

    private static readonly Photosphere Quiet = new(6000, 3);

    private readonly double distance;
    private readonly double starTemperature;
    private readonly double starLuminosity;
    private readonly Flare[] flares;

    private FlaringDwarf(Timeline timeline, double distance, double radius, double temperature, Flare[] flares)
    {
        (Start, End, this.distance, starTemperature, this.flares) = (timeline.Start, timeline.End, distance, temperature, flares);
        starLuminosity = 4 * Math.PI * Math.Pow(radius * Units.SolarRadius, 2) * Units.StefanBoltzmann * Math.Pow(temperature, 4);
    }

    /// <inheritdoc/>
    public double Redshift => 0;

    /// <inheritdoc/>
    public double Start { get; }

    /// <inheritdoc/>
    public double End { get; }

    /// <inheritdoc/>
    public double DustShare => GalacticDisc.DustShare(distance);

    /// <summary>Flares that can be seen.</summary>
    public IReadOnlyList<Flare> Flares => flares;

    /// <summary>Draws a star; null where it has no flare bright enough.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var kind = random.NextUniform(0, 1); // M0 to M6
        var away = GalacticDisc.Distance(15, 2500, random);
        var temperature = 9500 + random.NextNormal(0, 800);

        // The luminosity that a flare needs to reach the faintest magnitude worth a look in g.
        var needed = Magnitudes.ToFlux(24) / Photosphere.BlackBody.Flux(1, 1, temperature, 0, away / 1e6);
        var least = Math.Max(1e31, EnergyOf(needed));
        if (least > MaximumEnergy)
        {
            return null;
        }

        // Flares a day above 1e32 erg; young stars have a hundred times as many as old ones.
        var activity = random.NextLogNormal(0.03, 0.8);
        var expected = Math.Min(3000, activity * Math.Pow(least / 1e32, -Slope) * (timeline.End - timeline.Start));
        var seen = new Flare[Poisson(expected, random)];
        for (var i = 0; i < seen.Length; i++)
        {
            var energy = random.NextPowerLaw(1 + Slope, least, MaximumEnergy);
            var width = Math.Min(WidestDays, Width(energy) * Math.Pow(10, random.NextNormal(0, 0.2)));
            seen[i] = new Flare(random.NextUniform(timeline.Start, timeline.End), width, energy / (FlareTemplate.Area * width * Units.Day), temperature);
        }

        return seen.Length == 0 ? null : new FlaringDwarf(timeline, away, 0.58 - (0.42 * kind), 3900 - (1100 * kind), seen);
    }

    /// <inheritdoc/>
    public double Steady(int band) => Quiet.Flux(band, starLuminosity, starTemperature, 0, distance / 1e6);

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        flux.Clear();
        foreach (var flare in flares)
        {
            var last = flare.Peak + (FlareTemplate.End * flare.Width);
            for (var i = visits.FirstFrom(flare.Peak - flare.Width); i < visits.Length && visits[i].Mjd < last; i++)
            {
                var luminosity = flare.Luminosity * FlareTemplate.At((visits[i].Mjd - flare.Peak) / flare.Width);
                flux[i] += Photosphere.BlackBody.Flux(visits[i].Band, luminosity, flare.Temperature, 0, distance / 1e6);
            }
        }
    }

    // Days of full width at half maximum.
    private static double Width(double energy) => 0.0028 * Math.Pow(energy / 1e32, 0.35);

    // Energy of the typical flare with a peak luminosity: inverts energy / (area x width).
    private static double EnergyOf(double luminosity) => 1e32 * Math.Pow(luminosity * FlareTemplate.Area * Width(1e32) * Units.Day / 1e32, 1 / 0.65);

    private static int Poisson(double mean, Random random)
    {
        if (mean > 50)
        {
            return (int)Math.Max(0, Math.Round(random.NextNormal(mean, Math.Sqrt(mean))));
        }

        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        while (product > limit)
        {
            count++;
            product *= random.NextDouble();
        }

        return count;
    }
}
