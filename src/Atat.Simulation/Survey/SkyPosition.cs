namespace Atat.Simulation.Survey;

/// <summary>Directions on the sky, and the Milky Way's dust in them.</summary>
internal static class SkyPosition
{
    private const double PoleRightAscension = 192.85948;
    private const double PoleDeclination = 27.12825;

    /// <summary>Galactic latitude in degrees of a position (degrees, ICRS).</summary>
    public static double GalacticLatitude(double rightAscension, double declination)
    {
        var (pole, d, a) = (Radians(PoleDeclination), Radians(declination), Radians(rightAscension - PoleRightAscension));
        return Math.Asin((Math.Sin(pole) * Math.Sin(d)) + (Math.Cos(pole) * Math.Cos(d) * Math.Cos(a))) * 180 / Math.PI;
    }

    /// <summary>
    /// Draws a reddening E(B-V) of the whole Galactic column: a layer of dust seen under the latitude, with the clumpiness of the maps of
    /// Schlegel, Finkbeiner and Davis (1998).
    /// </summary>
    public static double Reddening(double galacticLatitude, Random random) =>
        0.022 / Math.Sin(Radians(Math.Max(10, Math.Abs(galacticLatitude)))) * Math.Exp(random.NextNormal(0, 0.5));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
