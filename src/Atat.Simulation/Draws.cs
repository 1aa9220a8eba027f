namespace Atat.Simulation;

/// <summary>Draws from distributions that <see cref="Random"/> lacks.</summary>
public static class Draws
{
    /// <summary>A normal deviate (Box and Muller 1958).</summary>
    public static double NextNormal(this Random random, double mean = 0, double deviation = 1)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return mean + (deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    /// <summary>A normal deviate between two bounds; drawn again until it is.</summary>
    public static double NextNormal(this Random random, double mean, double deviation, double least, double most)
    {
        while (true)
        {
            var value = random.NextNormal(mean, deviation);
            if (value >= least && value <= most)
            {
                return value;
            }
        }
    }

    /// <summary>A normal deviate with different widths on its two sides.</summary>
    public static double NextSplitNormal(this Random random, double mode, double below, double above) =>
        random.NextDouble() < below / (below + above)
            ? mode - Math.Abs(random.NextNormal(0, below))
            : mode + Math.Abs(random.NextNormal(0, above));

    /// <summary>A uniform deviate.</summary>
    public static double NextUniform(this Random random, double from, double to) => from + ((to - from) * random.NextDouble());

    /// <summary>A deviate whose logarithm is uniform.</summary>
    public static double NextLogUniform(this Random random, double from, double to) => from * Math.Pow(to / from, random.NextDouble());

    /// <summary>A deviate whose logarithm is normal.</summary>
    /// <param name="random">Source of randomness.</param>
    /// <param name="median">Median.</param>
    /// <param name="dex">Standard deviation of the logarithm to base 10.</param>
    public static double NextLogNormal(this Random random, double median, double dex) => median * Math.Pow(10, random.NextNormal(0, dex));

    /// <summary>An exponential deviate.</summary>
    public static double NextExponential(this Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    /// <summary>A deviate with density x^-exponent.</summary>
    public static double NextPowerLaw(this Random random, double exponent, double from, double to)
    {
        var power = 1 - exponent;
        return Math.Abs(power) < 1e-9
            ? random.NextLogUniform(from, to)
            : Math.Pow(Math.Pow(from, power) + (random.NextDouble() * (Math.Pow(to, power) - Math.Pow(from, power))), 1 / power);
    }
}
