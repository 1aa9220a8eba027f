using System.Collections.Concurrent;
using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>Kilonovae on the grids of two families of models; events at a constant rate per volume, as Kessler et al. (2019) have them.</summary>
public static class Kilonova
{
    private const double LastPhase = 25;
    private const double MinimumRedshift = 0.01;

    private static readonly VolumetricRate Rate = new(0.28, _ => 1);
    private static readonly double[] Masses = [0.001, 0.0025, 0.005, 0.0075, 0.01, 0.02, 0.025, 0.03, 0.04, 0.05, 0.075, 0.1];
    private static readonly double[] Velocities = [0.03, 0.05, 0.1, 0.2, 0.3];
    private static readonly double[] LanthanideFractions = [1e-9, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1];

    // A thousand curves serve all draws: hundreds of events happen for one that a survey catches.
    private static readonly ConcurrentDictionary<(KilonovaEjecta Ejecta, double Share), ThermalComponent> Components = new();

    /// <summary>One component, evenly from the grid of Kasen et al. (2017).</summary>
    public static ISource? DrawKasen(Timeline timeline, Random random)
    {
        var ejecta = new KilonovaEjecta(Pick(Masses, random), Pick(Velocities, random), Pick(LanthanideFractions, random));
        return Make(timeline, random, Component(ejecta, 1));
    }

    /// <summary>
    /// Two components seen under an angle, on the grid of Bulla (2019): a lanthanide-rich torus about the equator, blue ejecta about the poles.
    /// </summary>
    public static ISource? DrawBulla(Timeline timeline, Random random)
    {
        var mass = 0.01 * random.Next(1, 11);
        var torus = Math.Sin(15 * random.Next(1, 6) * Math.PI / 180);
        var cosine = 0.1 * random.Next(11);

        // The observer sees more of what faces him; a torus hides the poles from beside (Darbha and Kasen 2020).
        var blueShare = 0.35 + (1.3 * cosine);
        var blue = new KilonovaEjecta(mass * (1 - torus), 0.2, 1e-5);
        var red = new KilonovaEjecta(mass * torus, 0.12, 3e-2);
        return Make(timeline, random, Component(blue, blueShare), Component(red, 1.3 - (0.6 * cosine)));
    }

    /// <summary>A nearby one of blue and red ejecta, as that of GW170817 (Villar et al. 2017).</summary>
    /// <param name="blue">Mass without lanthanides, M☉.</param>
    /// <param name="red">Mass with lanthanides, M☉.</param>
    internal static ThermalTransient Example(double blue, double red)
    {
        return new ThermalTransient(
            MinimumRedshift,
            0,
            0,
            LastPhase,
            Component(new KilonovaEjecta(blue, 0.26, 1e-5), 1),
            Component(new KilonovaEjecta(red, 0.15, 1e-2), 1));
    }

    private static ThermalComponent Component(KilonovaEjecta ejecta, double share) =>
        Components.GetOrAdd((ejecta, share), key => new ThermalComponent(key.Ejecta.Curve(key.Share), key.Ejecta.Photosphere));

    private static double Pick(double[] values, Random random) => values[random.Next(values.Length)];

    private static ThermalTransient? Make(Timeline timeline, Random random, params ThermalComponent[] components)
    {
        var redshift = Math.Max(MinimumRedshift, Rate.Draw(random));
        var explosion = Explosions.Draw(timeline, 10, random);
        return new ThermalTransient(redshift, explosion, random.NextExponential(0.15), LastPhase, components).IfVisible();
    }
}
