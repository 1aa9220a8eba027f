using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Thermal;

/// <summary>
/// Light of expanding ejecta that are heated from within: Arnett's (1982) diffusion of any power source, and a photosphere that moves
/// out with the ejecta until it has cooled to a temperature at which it recedes (Nicholl et al. 2017, equations 8 and 9).
/// </summary>
internal static class Diffusion
{
    // Of a sphere of constant density.
    private const double FormFactor = 13.8;

    /// <summary>Days on which light diffuses out of ejecta: sqrt(2 κ M / (13.8 c v)).</summary>
    /// <param name="mass">Ejecta mass in solar masses.</param>
    /// <param name="velocity">cm/s.</param>
    /// <param name="opacity">cm²/g.</param>
    public static double Time(double mass, double velocity, double opacity) =>
        Math.Sqrt(2 * opacity * mass * Units.SolarMass / (FormFactor * Units.SpeedOfLight * velocity)) / Units.Day;

    /// <summary>Makes the curve.</summary>
    /// <param name="power">Heating in erg/s at a phase in days.</param>
    /// <param name="time">Diffusion time in days.</param>
    /// <param name="velocity">Velocity of the photosphere, cm/s.</param>
    /// <param name="floor">Temperature at which the photosphere recedes, K.</param>
    /// <param name="last">Last phase, days.</param>
    /// <param name="trapping">Days until which γ rays are trapped (Clocchiatti and Wheeler 1997); infinity: always.</param>
    public static ThermalCurve Curve(Func<double, double> power, double time, double velocity, double floor, double last, double trapping = double.PositiveInfinity)
    {
        const int steps = 3;
        var (phase, luminosity) = (0.0, 0.0);
        return new ThermalCurve(last, next =>
        {
            var step = (next - phase) / steps;
            for (var i = 0; i < steps; i++)
            {
                // Exact where the power is constant over the step.
                var middle = phase + (step / 2);
                var kept = Math.Exp(-2 * middle * step / (time * time));
                luminosity = (luminosity * kept) + (power(middle) * (1 - kept));
                phase += step;
            }

            var trapped = 1 - Math.Exp(-trapping * trapping / (phase * phase));
            var emitted = double.IsInfinity(trapping) ? luminosity : luminosity * trapped;
            var radius = velocity * phase * Units.Day;
            var temperature = Math.Sqrt(Math.Sqrt(emitted / (4 * Math.PI * Units.StefanBoltzmann * radius * radius)));
            return (emitted, Math.Max(floor, temperature));
        });
    }

    /// <summary>Heating by nickel-56 and cobalt-56 (Nadyozhin 1994), erg/s.</summary>
    /// <param name="mass">Nickel mass in solar masses.</param>
    /// <param name="phase">Days.</param>
    public static double Nickel(double mass, double phase) =>
        mass * ((6.45e43 * Math.Exp(-phase / 8.8)) + (1.45e43 * Math.Exp(-phase / 111.3)));
}
