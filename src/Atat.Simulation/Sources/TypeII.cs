namespace Atat.Simulation.Sources;

/// <summary>Type II supernova: a fast rise, a plateau while hydrogen recombines at about 6,000 K, and a drop to the radioactive tail.</summary>
public static class TypeII
{
    /// <summary>Draws one that explodes between two times (MJD).</summary>
    public static Source Draw(double from, double to, Random random)
    {
        var redshift = 0.02 + (0.23 * Math.Pow(random.NextDouble(), 0.5));
        var plateau = random.NextNormal(95, 15);
        var slope = random.NextUniform(0, 0.012); // mag per day
        var explosion = random.NextUniform(from, to);
        var peak = Magnitudes.ToFlux(-17.2 + random.NextNormal(0, 0.7) + Distance.Modulus(redshift));
        return new Source(redshift, (mjd, wavelength) =>
        {
            var age = (mjd - explosion) / (1 + redshift);
            if (age <= 0)
            {
                return 0;
            }

            var rise = 1 - Math.Exp(-age / 3);
            var drop = 1 / (1 + Math.Exp((age - plateau) / 5));
            var shape = rise * ((drop * Math.Pow(10, -0.4 * slope * age)) + (0.12 * (1 - drop) * Math.Exp(-(age - plateau) / 111)));
            var temperature = 5800 + (9000 * Math.Exp(-age / 15));
            return peak * shape * BlackBody.Colour(wavelength / (1 + redshift), temperature) / BlackBody.Colour(5500, temperature);
        });
    }
}
