using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// Eclipsing binary of main-sequence stars, from detached to contact: eclipses of two discs with linear limb darkening, tides that
/// lengthen the stars (Morris 1985, equation 1) and light that they reflect; periods and eccentricities by Raghavan et al. (2010) and Prša et
/// al. (2011). The reference image shows the mean flux.
/// </summary>
public sealed class EclipsingBinary : ISource
{
    // Limb darkening in ugrizY (Claret and Bloemen 2011, solar-like stars).
    private static readonly double[] LimbDarkening = [0.85, 0.75, 0.62, 0.53, 0.47, 0.43];

    private readonly double[] primary = new double[LsstPassbands.Count];
    private readonly double[] secondary = new double[LsstPassbands.Count];
    private readonly double[] mean = new double[LsstPassbands.Count];
    private readonly double phase;
    private readonly double periastron;
    private readonly double tide;
    private readonly double distance;

    private EclipsingBinary(Timeline timeline, double period, (double First, double Second) masses, double inclination, double eccentricity, double apparent, Random random)
    {
        (Start, End, Period, Inclination, Eccentricity) = (timeline.Start, timeline.End, period, inclination, eccentricity);
        (phase, periastron) = (random.NextDouble(), random.NextUniform(0, 2 * Math.PI));
        var orbit = Orbit(period, masses);
        (FirstRadius, SecondRadius) = Radii(masses, orbit);
        (FirstTemperature, SecondTemperature) = (Temperature(masses.First), Temperature(masses.Second));
        if (FirstRadius + SecondRadius > 0.72)
        {
            // Stars in contact share their envelope and its temperature.
            SecondTemperature = FirstTemperature * random.NextNormal(0.97, 0.03);
        }

        tide = 1.1 * masses.Second / masses.First * Math.Pow(FirstRadius, 3) * Math.Pow(Math.Sin(inclination), 2);
        var share = Math.Pow(FirstRadius / SecondRadius, 2);
        var light = StarColours.Fluxes(apparent, FirstTemperature);
        for (var band = 0; band < light.Length; band++)
        {
            var ratio = Photosphere.BlackBody.Flux(band, Math.Pow(SecondTemperature, 4), SecondTemperature, 0, 1)
                / Photosphere.BlackBody.Flux(band, Math.Pow(FirstTemperature, 4), FirstTemperature, 0, 1) / share;
            primary[band] = light[band] / (1 + ratio);
            secondary[band] = light[band] - primary[band];
        }

        distance = 10 * Math.Pow(10, 0.2 * (apparent - AbsoluteMagnitude(masses.First)));
        const int steps = 100;
        for (var i = 0; i < steps; i++)
        {
            for (var band = 0; band < mean.Length; band++)
            {
                mean[band] += Flux(band, Start + (Period * i / steps)) / steps;
            }
        }
    }

    /// <inheritdoc/>
    public double Redshift => 0;

    /// <inheritdoc/>
    public double Start { get; }

    /// <inheritdoc/>
    public double End { get; }

    /// <summary>Orbital period in days.</summary>
    public double Period { get; }

    /// <summary>Inclination in radians.</summary>
    public double Inclination { get; }

    /// <summary>Eccentricity.</summary>
    public double Eccentricity { get; }

    /// <summary>Radius of the heavier star over the semi-major axis.</summary>
    public double FirstRadius { get; }

    /// <summary>Radius of the lighter star over the semi-major axis.</summary>
    public double SecondRadius { get; }

    /// <summary>Temperature of the heavier star, K.</summary>
    public double FirstTemperature { get; }

    /// <summary>Temperature of the lighter star, K.</summary>
    public double SecondTemperature { get; }

    /// <inheritdoc/>
    public double DustShare => GalacticDisc.DustShare(distance);

    /// <summary>Draws one; null where nothing eclipses deep enough to be seen.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var first = random.NextPowerLaw(1.8, 0.55, 3.5);
        var masses = (first, first * random.NextUniform(0.25, 1));

        // Close pairs are many among those that eclipse: the contact systems pile up near a third of a day.
        var period = random.NextDouble() < 0.45 ? Math.Clamp(random.NextLogNormal(0.36, 0.1), 0.22, 1.2) : Math.Clamp(random.NextLogNormal(2.5, 0.5), 0.3, 150);
        var orbit = Orbit(period, masses);
        var (firstRadius, secondRadius) = Radii(masses, orbit);
        var inclination = Math.Acos(random.NextDouble());
        if (Math.Cos(inclination) > (0.95 * (firstRadius + secondRadius)))
        {
            return null;
        }

        // Tides make the orbits of close pairs round.
        var eccentricity = period > 6 ? Math.Min(0.7, random.NextDouble() * 0.6) : 0;
        var apparent = random.NextNormal(20, 1.8, 15.8, 23.5);
        var binary = new EclipsingBinary(timeline, period, masses, inclination, eccentricity, apparent, random);
        return binary.LargestDepth * Magnitudes.ToFlux(apparent) > Magnitudes.ToFlux(SourceModel.Faintest) ? binary : null;
    }

    /// <inheritdoc/>
    public double Steady(int band) => mean[band];

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        for (var i = 0; i < visits.Length; i++)
        {
            flux[i] = Flux(visits[i].Band, visits[i].Mjd) - mean[visits[i].Band];
        }
    }

    /// <summary>Flux of both stars, FLUXCAL, at a time.</summary>
    public double Flux(int band, double mjd)
    {
        var (separation, towards, cosine, sky) = Sky(mjd);
        var (first, second) = (primary[band], secondary[band]);

        // Seen from beside, lengthened stars show more; the lit side of the cooler star adds some when behind.
        var closeness = Math.Pow(separation, -3);
        first *= 1 + (tide * closeness * (cosine * cosine));
        second *= 1 + (tide * closeness * (cosine * cosine)) - (0.3 * FirstRadius * FirstRadius * towards * first / (first + second));
        return towards > 0
            ? (first * (1 - Covered(band, FirstRadius, SecondRadius, sky))) + second
            : first + (second * (1 - Covered(band, SecondRadius, FirstRadius, sky)));
    }

    /// <summary>Whether one star covers part of the other at a time.</summary>
    public bool IsEclipsed(double mjd) => Sky(mjd).Sky < FirstRadius + SecondRadius;

    private double LargestDepth
    {
        get
        {
            var sky = Math.Cos(Inclination) * (1 - Eccentricity);
            return Math.Max(
                Covered(2, FirstRadius, SecondRadius, sky) * primary[2],
                Covered(2, SecondRadius, FirstRadius, sky) * secondary[2]) / (primary[2] + secondary[2]) + (2 * tide);
        }
    }

    // Separation over the semi-major axis, its part towards the observer (1: the lighter star stands before the heavier), the
    // cosine of the angle along the orbit, and the separation on the sky.
    private (double Separation, double Towards, double Cosine, double Sky) Sky(double mjd)
    {
        var anomaly = TrueAnomaly(2 * Math.PI * ((((mjd - Start) / Period) + phase) % 1));
        var separation = (1 - (Eccentricity * Eccentricity)) / (1 + (Eccentricity * Math.Cos(anomaly)));
        var (sine, cosine) = Math.SinCos(anomaly + periastron);
        var towards = sine * Math.Sin(Inclination);
        return (separation, towards, cosine, separation * Math.Sqrt(Math.Max(0, 1 - (towards * towards))));
    }

    // A limb-darkened disc loses more light by what covers its middle.
    private static double Covered(int band, double radius, double other, double sky)
    {
        var share = DiscOverlap.Share(radius, other, sky);
        var u = LimbDarkening[band];
        var depth = Math.Max(0, 1 - (sky / (radius + other)));
        return Math.Min(1, share * (1 - (u * 0.35) + (u * 0.6 * depth)));
    }

    // Kepler's equation by Newton's method.
    private double TrueAnomaly(double mean)
    {
        if (Eccentricity == 0)
        {
            return mean;
        }

        var eccentric = mean + (Eccentricity * Math.Sin(mean));
        for (var i = 0; i < 4; i++)
        {
            eccentric -= (eccentric - (Eccentricity * Math.Sin(eccentric)) - mean) / (1 - (Eccentricity * Math.Cos(eccentric)));
        }

        return 2 * Math.Atan2(Math.Sqrt(1 + Eccentricity) * Math.Sin(eccentric / 2), Math.Sqrt(1 - Eccentricity) * Math.Cos(eccentric / 2));
    }

    // Semi-major axis in solar radii.
    private static double Orbit(double period, (double First, double Second) masses) =>
        4.207 * Math.Cbrt((masses.First + masses.Second) * period * period);

    // Main sequence, and no star larger than its Roche lobe (Eggleton 1983) with a little overflow.
    private static (double First, double Second) Radii((double First, double Second) masses, double orbit)
    {
        var ratio = masses.First / masses.Second;
        return (
            Math.Min(Math.Pow(masses.First, 0.85) / orbit, 1.04 * Lobe(ratio)),
            Math.Min(Math.Pow(masses.Second, 0.85) / orbit, 1.04 * Lobe(1 / ratio)));
    }

    private static double Lobe(double ratio)
    {
        var cube = Math.Cbrt(ratio);
        return 0.49 * cube * cube / ((0.6 * cube * cube) + Math.Log(1 + cube));
    }

    private static double Temperature(double mass) => 5770 * Math.Pow(mass, 0.55);

    private static double AbsoluteMagnitude(double mass) => 4.6 - (2.5 * 4 * Math.Log10(mass));
}
