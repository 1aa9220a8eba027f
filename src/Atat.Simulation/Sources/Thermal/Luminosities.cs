using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Thermal;

/// <summary>Luminosities by magnitudes.</summary>
internal static class Luminosities
{
    /// <summary>Bolometric luminosity (erg/s) of a photosphere with an absolute AB magnitude in a passband.</summary>
    /// <param name="photosphere">Spectrum.</param>
    /// <param name="band">Index of the passband.</param>
    /// <param name="magnitude">Absolute AB magnitude.</param>
    /// <param name="temperature">Temperature, K.</param>
    public static double Of(Photosphere photosphere, int band, double magnitude, double temperature)
    {
        const double tenParsecs = 1e-5; // Mpc
        return 1e43 * Magnitudes.ToFlux(magnitude) / photosphere.Flux(band, 1e43, temperature, 0, tenParsecs);
    }
}
