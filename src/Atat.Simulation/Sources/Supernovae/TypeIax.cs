using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>
/// Type Iax supernova: a weak deflagration of -14 to -18.5 mag, slow ejecta, hot at maximum and soon red, without a second maximum (Foley et
/// al. 2013, tables 1 and 5; Jha 2017).
/// </summary>
public static class TypeIax
{
    private const double LastPhase = 250;

    private static readonly VolumetricRate Rate = new(0.5, VolumetricRate.StarFormation);

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var nickel = random.NextPowerLaw(1, 0.004, 0.25);
        var redshift = Math.Max(0.005, Rate.Draw(random));
        if (SourceModel.IsTooFar(redshift, -18.9 - (2.5 * Math.Log10(nickel / 0.25))))
        {
            return null;
        }

        // The brighter throw out more, and faster.
        var mass = Math.Clamp(0.75 * Math.Pow(nickel / 0.1, 0.35) * Math.Pow(10, random.NextNormal(0, 0.1)), 0.15, 1.3);
        var velocity = Math.Clamp(6200 * Math.Pow(nickel / 0.1, 0.25) * (1 + random.NextNormal(0, 0.12)), 2200, 9000) * 1e5;
        var curve = Diffusion.Curve(
            phase => Diffusion.Nickel(nickel, phase),
            Diffusion.Time(mass, velocity, 0.1),
            velocity,
            random.NextNormal(4800, 350, 3800, 6000),
            LastPhase,
            random.NextNormal(45, 10, 20, 80));
        var explosion = Explosions.Draw(timeline, 70 * (1 + redshift), random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.2), Photospheres.Stripped, LastPhase, curve).IfVisible();
    }
}
