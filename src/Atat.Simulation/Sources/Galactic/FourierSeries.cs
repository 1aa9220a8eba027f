namespace Atat.Simulation.Sources.Galactic;

/// <summary>Light curves of pulsators as cosine series: the amplitude ratios R_k1 and phase differences φ_k1 of Simon and Lee (1981).</summary>
internal static class FourierSeries
{
    /// <summary>Makes the terms.</summary>
    /// <param name="period">Days.</param>
    /// <param name="amplitude">Amplitude in g from minimum to maximum, mag; approximately.</param>
    /// <param name="ratios">R_21, R_31, …</param>
    /// <param name="phases">φ_21, φ_31, … (φ_k - k φ_1, cosines).</param>
    /// <param name="random">Draws the phase of the first term.</param>
    public static (double Frequency, double Amplitude, double Phase)[] Terms(double period, double amplitude, double[] ratios, double[] phases, Random random)
    {
        var start = random.NextUniform(0, 2 * Math.PI);
        var terms = new (double, double, double)[ratios.Length + 1];
        var first = 0.5 * amplitude / (1 + (0.35 * ratios.Sum()));
        terms[0] = (1 / period, first, start);
        for (var k = 0; k < ratios.Length; k++)
        {
            terms[k + 1] = ((k + 2) / period, first * ratios[k], phases[k] + ((k + 2) * start));
        }

        return terms;
    }
}
