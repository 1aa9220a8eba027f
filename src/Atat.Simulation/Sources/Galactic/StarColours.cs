using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Galactic;

/// <summary>Fluxes of stars in all passbands from one magnitude and a temperature.</summary>
internal static class StarColours
{
    // Hydrogen's Balmer edge and metals dim the near ultraviolet of stars.
    private static readonly Photosphere Star = new(4000, 4);

    /// <summary>FLUXCAL in ugrizY of a star with a magnitude in r.</summary>
    public static double[] Fluxes(double magnitude, double temperature)
    {
        var fluxes = new double[LsstPassbands.Count];
        for (var band = 0; band < fluxes.Length; band++)
        {
            fluxes[band] = Magnitudes.ToFlux(magnitude) * Star.OverRed(band, temperature);
        }

        return fluxes;
    }
}
