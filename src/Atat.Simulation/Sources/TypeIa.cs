namespace Atat.Simulation.Sources;

/// <summary>Type Ia supernova: Bazin's rise and fall (Bazin et al. 2009, equation 1), blue at first, soon red.</summary>
public static class TypeIa
{
    /// <summary>Draws one that explodes between two times (MJD).</summary>
    public static Source Draw(double from, double to, Random random)
    {
        var redshift = 0.05 + (0.45 * Math.Pow(random.NextDouble(), 0.5));
        var stretch = random.NextNormal(1, 0.08);
        var explosion = random.NextUniform(from, to);
        var magnitude = -19.2 + Distance.Modulus(redshift) + random.NextNormal(0, 0.15) - (1.5 * (stretch - 1));
        var peak = Magnitudes.ToFlux(magnitude);
        return new Source(redshift, (mjd, wavelength) =>
        {
            var age = ((mjd - explosion) / (1 + redshift) / stretch) - 17;
            var shape = 1.55 * Math.Exp(-age / 22) / (1 + Math.Exp(-age / 3.5));
            var temperature = 5500 + (6500 * Math.Exp(-Math.Max(0, age + 10) / 18));
            return peak * shape * BlackBody.Colour(wavelength / (1 + redshift), temperature) / BlackBody.Colour(5500, temperature);
        });
    }
}
