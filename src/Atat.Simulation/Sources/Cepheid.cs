namespace Atat.Simulation.Sources;

/// <summary>Classical Cepheid: a steep rise and a slow decline every period, larger in the blue; flux relative to its mean.</summary>
public static class Cepheid
{
    /// <summary>Draws one.</summary>
    public static Source Draw(Random random)
    {
        var period = Math.Exp(random.NextUniform(Math.Log(2), Math.Log(40)));
        var phase = random.NextDouble();
        var amplitude = random.NextUniform(0.2, 0.6);
        var mean = Magnitudes.ToFlux(random.NextUniform(18.5, 22.5));
        return new Source(0, (mjd, wavelength) =>
        {
            // A sawtooth of four harmonics; pulsation in temperature makes the amplitude fall with wavelength.
            var angle = 2 * Math.PI * ((mjd / period) + phase);
            var sawtooth = Math.Sin(angle) + (Math.Sin(2 * angle) / 2) + (Math.Sin(3 * angle) / 3) + (Math.Sin(4 * angle) / 4);
            var magnitude = amplitude * (4800 / wavelength) * sawtooth / 1.5;
            return mean * Math.Pow(wavelength / 5500, 0.8) * (Math.Pow(10, -0.4 * magnitude) - 1);
        });
    }
}
