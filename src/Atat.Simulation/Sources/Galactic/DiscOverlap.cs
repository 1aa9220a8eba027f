namespace Atat.Simulation.Sources.Galactic;

/// <summary>How much of one disc another covers.</summary>
public static class DiscOverlap
{
    /// <summary>Covered share of a disc.</summary>
    /// <param name="radius">Radius of the disc.</param>
    /// <param name="other">Radius of the disc before it.</param>
    /// <param name="distance">Distance of their centres.</param>
    public static double Share(double radius, double other, double distance)
    {
        if (distance >= radius + other)
        {
            return 0;
        }

        if (distance <= Math.Abs(radius - other))
        {
            return Math.Min(1, other * other / (radius * radius));
        }

        var (r2, o2, d2) = (radius * radius, other * other, distance * distance);
        var first = r2 * Math.Acos(Math.Clamp((d2 + r2 - o2) / (2 * distance * radius), -1, 1));
        var second = o2 * Math.Acos(Math.Clamp((d2 + o2 - r2) / (2 * distance * other), -1, 1));
        var kite = Math.Sqrt(Math.Max(0, (radius + other - distance) * (distance + radius - other) * (distance - radius + other) * (distance + radius + other)));
        return (first + second - (0.5 * kite)) / (Math.PI * r2);
    }
}
