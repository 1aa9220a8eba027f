namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// Delta Scuti star: half an hour to seven hours of period, one to four modes, the period-luminosity relation of Ziaali et al. (2019), amplitudes from
/// millimagnitudes up to those of the high-amplitude stars (Rodríguez and Breger 2001), whence only the larger are seen.
/// </summary>
public static class DeltaScuti
{
    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var period = Math.Clamp(random.NextLogNormal(0.075, 0.2), 0.022, 0.3);
        var amplitude = random.NextPowerLaw(1.3, 0.02, 0.9);
        var absolute = (-2.94 * Math.Log10(period)) - 1.34 - 0.1 + random.NextNormal(0, 0.25);
        var distance = GalacticDisc.Distance(700, 12_000, random) * (random.NextDouble() < 0.3 ? random.NextLogUniform(1, 8) : 1);
        var modes = random.Next(1, 5);
        var terms = new List<(double, double, double)>(FourierSeries.Terms(period, amplitude, [amplitude > 0.3 ? 0.3 : 0.1], [4.0], random));
        for (var mode = 1; mode < modes; mode++)
        {
            // The first overtone has 0.77 of the period; the others lie anywhere near.
            var ratio = mode == 1 ? random.NextNormal(0.773, 0.004) : random.NextUniform(0.5, 1.3);
            terms.Add((1 / (period * ratio), amplitude / 2 * random.NextUniform(0.05, 0.6), random.NextUniform(0, 2 * Math.PI)));
        }

        return new PulsatingStar(timeline, distance, absolute + (5 * Math.Log10(distance / 10)), random.NextNormal(7600, 350), [.. terms]).IfVisible();
    }
}
