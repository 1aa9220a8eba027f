namespace Atat.Simulation.Sources.Galactic;

/// <summary>Where stars of the disc are, seen from the Sun.</summary>
internal static class GalacticDisc
{
    /// <summary>
    /// Draws a distance in parsecs: stars per volume fall with height as exp(-z / 300 pc) (Jurić et al. 2008), seen off the plane.
    /// </summary>
    /// <param name="nearest">pc.</param>
    /// <param name="farthest">pc.</param>
    /// <param name="random">Source of randomness.</param>
    public static double Distance(double nearest, double farthest, Random random)
    {
        // Gamma-distributed: distance² exp(-distance sin b / height), at a typical latitude of 35 degrees.
        const double scale = 300 / 0.57;
        while (true)
        {
            var distance = random.NextExponential(scale) + random.NextExponential(scale) + random.NextExponential(scale);
            if (distance >= nearest && distance <= farthest)
            {
                return distance;
            }
        }
    }

    /// <summary>Share of the Galactic dust column, in a layer of 120 pc, before a star at a distance (pc).</summary>
    public static double DustShare(double distance) => 1 - Math.Exp(-distance * 0.57 / 120);
}
