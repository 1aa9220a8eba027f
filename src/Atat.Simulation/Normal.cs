namespace Atat.Simulation;

/// <summary>Draws from distributions that <see cref="Random"/> lacks.</summary>
internal static class Normal
{
    /// <summary>A normal deviate (Box and Muller 1958).</summary>
    public static double NextNormal(this Random random, double mean = 0, double deviation = 1)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return mean + (deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    /// <summary>A uniform deviate.</summary>
    public static double NextUniform(this Random random, double from, double to) => from + ((to - from) * random.NextDouble());
}
