namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// Classical Cepheid: period-luminosity relations of Fouqué et al. (2007, table 7: V and I, r between them), the progression of the shape with
/// period that Hertzsprung (1926) saw, with its bump near ten days (Soszyński et al. 2008), in the outer Galaxy and nearby galaxies.
/// </summary>
public static class Cepheid
{
    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var period = Math.Clamp(random.NextLogNormal(5, 0.3), 1, 80);
        var log = Math.Log10(period);
        var absolute = -1.42 - (2.79 * log) + random.NextNormal(0, 0.15);
        var apparent = random.NextUniform(16.2, 22.8);
        var distance = 10 * Math.Pow(10, 0.2 * (apparent - absolute));
        var amplitude = Math.Clamp(random.NextNormal(0.85 + (0.35 * (log - 1)) - (0.3 * Math.Exp(-Math.Pow((log - 1) / 0.12, 2))), 0.18), 0.15, 1.6);

        // The second harmonic is in resonance at ten days: weak, and its phase runs through a turn.
        var dip = Math.Exp(-Math.Pow((log - 1) / 0.15, 2));
        var second = Math.Max(0.08, 0.46 - (0.33 * dip) + random.NextNormal(0, 0.03));
        var third = Math.Max(0.03, 0.24 - (0.14 * dip) + random.NextNormal(0, 0.02));
        var turn = 4.1 + (1.6 * (log - 0.5)) + (1.1 * Math.Tanh((log - 1) / 0.05));
        var terms = FourierSeries.Terms(period, amplitude, [second, third, third / 2], [turn, 2.0 + (1.4 * (turn - 4.1)), 6.2 + (1.6 * (turn - 4.1))], random);
        return new PulsatingStar(timeline, distance, apparent, 6350 - (900 * (log - 0.5)) + random.NextNormal(0, 120), terms).IfVisible();
    }
}
