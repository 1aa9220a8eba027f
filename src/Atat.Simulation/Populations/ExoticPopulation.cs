using Atat.Simulation.Sources.Exotics;
using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Populations;

/// <summary>Rare transients and active nuclei beside what was observed of them.</summary>
internal static class ExoticPopulation
{
    private const int Green = 1;
    private const int Red = 2;
    private const int Infrared = 3;

    /// <summary>All checks.</summary>
    public static IEnumerable<PopulationCheck> Checks() => [.. Kilonovae(), .. Bright(), .. Faint(), .. Nuclei()];

    private static IEnumerable<PopulationCheck> Kilonovae()
    {
        const string Source = "Villar et al. 2017";
        var event2017 = Kilonova.Example(0.02, 0.05);
        yield return PopulationCheck.Of("KN", "M_r of AT2017gfo's ejecta after 0.7 d", "mag", event2017.AbsoluteMagnitude(Red, 0.7), -15.9, 0.7, Source);
        yield return PopulationCheck.Of("KN", "its decline in g from 0.7 to 2.7 d", "mag / d", Slope(event2017, Green), 1.4, 0.5, Source);
        yield return PopulationCheck.Of("KN", "its decline in i from 0.7 to 2.7 d", "mag / d", Slope(event2017, Infrared), 0.6, 0.35, Source);
        var seen = Drawn.Sources<ThermalTransient>(400, Kilonova.DrawKasen, 11);
        yield return PopulationCheck.OfMean("KN", "peak M_r of those that are seen", "mag", seen.Select(s => Drawn.PeakMagnitude(s, Red, 20)), -15.5, 1, "Kasen et al. 2017");
    }

    private static IEnumerable<PopulationCheck> Bright()
    {
        var magnetars = Drawn.Near(500, Photospheres.Hot, Superluminous.Curve, 12);
        yield return PopulationCheck.OfMedian("SLSN", "peak M_g", "mag", magnetars.Select(s => Drawn.PeakMagnitude(s, Green)), -21.4, 0.6, "De Cia et al. 2018; Lunnan et al. 2018");
        yield return PopulationCheck.OfMedian("SLSN", "rise from explosion in g", "days", magnetars.Select(s => Drawn.Peak(s, Green)), 40, 15, "Chen et al. 2023");
        var pairs = Drawn.Near(300, Photospheres.Stripped, PairInstability.Curve, 13);
        yield return PopulationCheck.OfMean("PISN", "rise in r", "days", pairs.Select(s => Drawn.Peak(s, Red, 500)), 150, 50, "Kasen et al. 2011");
        yield return PopulationCheck.OfMean("PISN", "peak M_r", "mag", pairs.Select(s => Drawn.PeakMagnitude(s, Red, 500)), -20, 1, "Kasen et al. 2011");
        var stars = Drawn.Near(500, Photospheres.Hot, TidalDisruption.Curve, 14);
        yield return PopulationCheck.OfMean("TDE", "log10 of the temperature", "K", stars.Select(s => Math.Log10(s.Temperature(s.RiseTime))), 4.3, 0.1, "van Velzen et al. 2021");
        yield return PopulationCheck.OfMean("TDE", "late decline of the luminosity", "power of time", stars.Select(Fallback), -5.0 / 3, 0.25, "Rees 1988");
        yield return PopulationCheck.OfMean("TDE", "g - r at maximum", "mag", stars.Select(s => s.AbsoluteMagnitude(Green, s.RiseTime) - s.AbsoluteMagnitude(Red, s.RiseTime)), -0.25, 0.15, "van Velzen et al. 2021");
    }

    private static IEnumerable<PopulationCheck> Faint()
    {
        var calcium = Drawn.Near(500, Photospheres.Stripped, CalciumRich.Curve, 15);
        yield return PopulationCheck.OfMean("CART", "peak M_r", "mag", calcium.Select(s => Drawn.PeakMagnitude(s, Red)), -16, 0.5, "Kasliwal et al. 2012");
        yield return PopulationCheck.OfMean("CART", "rise in r", "days", calcium.Select(s => Drawn.Peak(s, Red)), 12, 3, "Kasliwal et al. 2012");
        var outbursts = Drawn.Near(500, Photospheres.Blanketed, IntermediateLuminosity.Curve, 16);
        yield return PopulationCheck.OfMean("ILOT", "peak M_r", "mag", outbursts.Select(s => Drawn.PeakMagnitude(s, Red)), -13.8, 0.8, "Pastorello and Fraser 2019");
    }

    private static IEnumerable<PopulationCheck> Nuclei()
    {
        var nuclei = Drawn.Sources<ActiveNucleus>(800, ActiveNucleus.Draw, 17);
        yield return PopulationCheck.OfMedian("AGN", "timescale at the source", "days", nuclei.Select(s => s.Timescale / (1 + s.Redshift)), 200, 90, "MacLeod et al. 2010");
        yield return PopulationCheck.OfMedian("AGN", "structure function at long lags, r", "mag", nuclei.Select(s => s.Deviation(Red) * Math.Sqrt(2)), 0.2, 0.07, "MacLeod et al. 2010");
        yield return PopulationCheck.OfMean("AGN", "amplitude in i over that in g", "", nuclei.Select(s => s.Deviation(Infrared) / s.Deviation(Green)), Math.Pow(7546.0 / 4827, -0.479), 0.02, "MacLeod et al. 2010");
    }

    private static double Slope(ThermalTransient s, int band) => (s.AbsoluteMagnitude(band, 2.7) - s.AbsoluteMagnitude(band, 0.7)) / 2;

    // Against the time since disruption, which lies one fallback time before the peak.
    private static double Fallback(ThermalTransient s)
    {
        const double fallback = 45;
        var (early, late) = (200.0, 450.0);
        return Math.Log(s.Luminosity(s.RiseTime + late) / s.Luminosity(s.RiseTime + early)) / Math.Log((late + fallback) / (early + fallback));
    }
}
