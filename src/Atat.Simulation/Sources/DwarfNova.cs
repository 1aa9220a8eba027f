namespace Atat.Simulation.Sources;

/// <summary>Dwarf nova: outbursts of a hot disc that rise within a day, stay for some, decay, and come back at irregular times.</summary>
public static class DwarfNova
{
    /// <summary>Draws one with outbursts between two times (MJD).</summary>
    public static Source Draw(double from, double to, Random random)
    {
        var recurrence = Math.Exp(random.NextUniform(Math.Log(25), Math.Log(150)));
        var decay = random.NextUniform(1.5, 4);
        var bright = Magnitudes.ToFlux(random.NextUniform(18.5, 22));
        var temperature = random.NextUniform(10000, 16000);
        var outbursts = new List<(double Start, double Length, double Height)>();
        for (var t = from - (recurrence * random.NextDouble()); t < to; t += recurrence * random.NextUniform(0.6, 1.4))
        {
            outbursts.Add((t, random.NextUniform(2, 9), bright * Math.Pow(10, -0.4 * random.NextNormal(0, 0.2))));
        }

        return new Source(0, (mjd, wavelength) =>
        {
            var flux = 0.0;
            foreach (var (start, length, height) in outbursts)
            {
                var age = mjd - start;
                flux += age <= 0 ? 0 : height * (1 - Math.Exp(-age / 0.5)) * Math.Exp(-Math.Max(0, age - length) / decay);
            }

            return flux * BlackBody.Colour(wavelength, temperature) / BlackBody.Colour(5500, temperature);
        });
    }
}
