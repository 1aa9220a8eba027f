namespace Atat.Simulation;

/// <summary>The colour of a glowing photosphere.</summary>
internal static class BlackBody
{
    // h c / k in Å K.
    private const double SecondRadiationConstant = 1.43878e8;

    /// <summary>Spectral flux density per frequency (Planck's law) over that of 10,000 K at 5,500 Å.</summary>
    /// <param name="wavelength">Wavelength at the source in Å.</param>
    /// <param name="temperature">Temperature in K.</param>
    public static double Colour(double wavelength, double temperature) => Planck(wavelength, temperature) / Planck(5500, 10000);

    private static double Planck(double wavelength, double temperature) =>
        1 / (Math.Pow(wavelength / 5500, 3) * (Math.Exp(SecondRadiationConstant / (wavelength * temperature)) - 1));
}
