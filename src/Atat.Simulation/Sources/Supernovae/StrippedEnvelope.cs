using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>
/// Supernovae of stars that lost their hydrogen: Arnett's model with the masses of ejecta and nickel and the velocities that Lyman et al.
/// (2016, table 5) find for types IIb, Ib, Ic and broad-lined Ic.
/// </summary>
public static class StrippedEnvelope
{
    private const double LastPhase = 300;
    private const double Opacity = 0.07;

    private static readonly VolumetricRate Rate = new(0.55, VolumetricRate.StarFormation);

    // Broad-lined ones are bright enough to be seen farther.
    private static readonly VolumetricRate FarRate = new(0.9, VolumetricRate.StarFormation);

    /// <summary>Type Ib.</summary>
    /// <param name="timeline">Time that the survey lasts.</param>
    /// <param name="random">Source of randomness.</param>
    /// <param name="extraDust">Whether the host's dust is that of a template corrected for its own host (Vincenzi et al. 2019).</param>
    public static ISource? DrawIb(Timeline timeline, Random random, bool extraDust) => Draw(timeline, random, extraDust, 2.4, 0.13, 9900);

    /// <summary>Type Ic.</summary>
    public static ISource? DrawIc(Timeline timeline, Random random, bool extraDust) => Draw(timeline, random, extraDust, 2.5, 0.15, 10400);

    /// <summary>Broad-lined type Ic.</summary>
    public static ISource? DrawBroadLined(Timeline timeline, Random random) => Draw(timeline, random, true, 2.7, 0.28, 19100);

    /// <summary>
    /// Type IIb: as Ib, with the cooling of the shocked rest of a hydrogen envelope before it; its first peak lasts days (Pellegrino et al. 2023).
    /// </summary>
    public static ISource? DrawIIb(Timeline timeline, Random random)
    {
        var (redshift, explosion, av) = Event(Rate, timeline, random, true);
        if (SourceModel.IsTooFar(redshift, Brightest(0.1)))
        {
            return null;
        }

        var cooling = random.NextLogNormal(2.2e42, 0.35);
        var lasting = random.NextLogNormal(1.8, 0.15);
        var envelope = new ThermalCurve(
            20,
            phase => (cooling * (1 - Math.Exp(-phase / 0.3)) * Math.Exp(-Math.Pow(phase / lasting, 1.4)), Math.Max(6500, 15000 * Math.Pow(phase / lasting, -0.35))));
        return new ThermalTransient(
            redshift,
            explosion,
            av,
            LastPhase,
            new ThermalComponent(Curve(random, 2.1, 0.10, 8300), Photospheres.Stripped),
            new ThermalComponent(envelope, Photospheres.Hot)).IfVisible();
    }

    private static ThermalTransient? Draw(Timeline timeline, Random random, bool extraDust, double mass, double nickel, double velocity)
    {
        var (redshift, explosion, av) = Event(nickel > 0.2 ? FarRate : Rate, timeline, random, extraDust);
        return SourceModel.IsTooFar(redshift, Brightest(nickel))
            ? null
            : new ThermalTransient(redshift, explosion, av, Photospheres.Stripped, LastPhase, Curve(random, mass, nickel, velocity)).IfVisible();
    }

    private static (double Redshift, double Explosion, double Dust) Event(VolumetricRate rate, Timeline timeline, Random random, bool extraDust)
    {
        var redshift = Math.Max(0.005, rate.Draw(random));
        return (redshift, Explosions.Draw(timeline, 90 * (1 + redshift), random), random.NextExponential(extraDust ? 0.5 : 0.2));
    }

    // Two and a half standard deviations above the typical one.
    private static double Brightest(double typicalNickel) => -18.9 - (2.5 * Math.Log10(typicalNickel / 0.14));

    /// <summary>Draws a light curve around typical masses (M☉) and a velocity (km/s).</summary>
    internal static ThermalCurve Curve(Random random, double typicalMass, double typicalNickel, double typicalVelocity)
    {
        var mass = Math.Clamp(random.NextLogNormal(typicalMass, 0.17), 0.7, 12);
        var nickel = Math.Clamp(random.NextLogNormal(typicalNickel, 0.2), 0.02, 1.2);
        var velocity = typicalVelocity * Math.Clamp(random.NextNormal(1, 0.13), 0.6, 1.5) * 1e5;
        return Diffusion.Curve(
            phase => Diffusion.Nickel(nickel, phase),
            Diffusion.Time(mass, velocity, Opacity),
            velocity,
            random.NextNormal(5100, 450, 4000, 6800),
            LastPhase,
            random.NextNormal(100, 20, 50, 180));
    }
}
