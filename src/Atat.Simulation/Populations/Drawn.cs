using Atat.Simulation.Light;
using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Populations;

/// <summary>Samples of sources for population checks.</summary>
internal static class Drawn
{
    /// <summary>Draws sources until there are enough of them.</summary>
    public static T[] Sources<T>(int count, Func<Timeline, Random, ISource?> draw, int seed)
        where T : ISource
    {
        var random = new ObjectRandom(seed, 0);
        var sources = new List<T>();
        while (sources.Count < count)
        {
            if (draw(SimulatedSurvey.Timeline, random) is T source)
            {
                sources.Add(source);
            }
        }

        return [.. sources];
    }

    /// <summary>Draws transients of one volume, without regard to what a survey would see.</summary>
    public static ThermalTransient[] Near(int count, Photosphere photosphere, Func<Random, ThermalCurve> curve, int seed)
    {
        const double nearby = 0.01;
        var random = new ObjectRandom(seed, 0);
        return [.. Enumerable.Range(0, count).Select(_ => new ThermalTransient(nearby, SimulatedSurvey.Timeline.Start, 0, photosphere, 700, curve(random)))];
    }

    /// <summary>Phase at which a transient is brightest in a passband, days.</summary>
    public static double Peak(ThermalTransient transient, int band, double last = 300) =>
        Enumerable.Range(1, 400).Select(i => last * i * i / 160_000).MinBy(phase => transient.AbsoluteMagnitude(band, phase));

    /// <summary>Absolute magnitude of a transient at its brightest in a passband.</summary>
    public static double PeakMagnitude(ThermalTransient transient, int band, double last = 300) => transient.AbsoluteMagnitude(band, Peak(transient, band, last));
}
