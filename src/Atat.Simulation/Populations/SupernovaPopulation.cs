using Atat.Simulation.Sources.Supernovae;
using Atat.Simulation.Sources.Thermal;

namespace Atat.Simulation.Populations;

/// <summary>Supernovae beside what was observed of them.</summary>
internal static class SupernovaPopulation
{
    private const double BlueVega = 0.09; // B in Vega's system minus AB
    private const int Red = 2;

    /// <summary>All checks.</summary>
    public static IEnumerable<PopulationCheck> Checks() => [.. Thermonuclear(), .. Peculiar(), .. Stripped(), .. Hydrogen()];

    private static IEnumerable<PopulationCheck> Thermonuclear()
    {
        var all = Drawn.Sources<ThermonuclearSupernova>(1500, TypeIa.Draw, 1);
        yield return PopulationCheck.OfMean("Ia", "peak M_B", "mag", all.Select(s => s.BlueMagnitude(0) + BlueVega), -19.25, 0.2, "Richardson et al. 2014");
        yield return PopulationCheck.OfMean("Ia", "Δm15(B)", "mag", all.Select(Decline), 1.1, 0.15, "Hamuy et al. 1996");
        yield return PopulationCheck.OfSlope("Ia", "slope of M_B with Δm15(B)", "", ("Δm15(B) (mag)", "M_B (mag, AB)"), [.. all.Select(s => (Decline(s), s.BlueMagnitude(0)))], 0.786, 0.3, "Phillips et al. 1999");
        yield return PopulationCheck.OfMean("Ia", "second maximum in i after that in B", "days", all.Select(SecondMaximum), 25, 4, "Folatelli et al. 2010");
        yield return PopulationCheck.OfMean("Ia", "host colour and dust, E(B-V)", "mag", all.Select(s => s.Reddening), 0, 0.05, "Scolnic and Kessler 2016");
        yield return PopulationCheck.Of("Ia", "g - r at maximum, redshift 0.1", "mag", TypeIa.ColourAtMaximum(1, Red, 0.1), -0.05, 0.15, "Hsiao et al. 2007");
        yield return PopulationCheck.Of("Ia", "g - r at maximum, redshift 0.5", "mag", TypeIa.ColourAtMaximum(1, Red, 0.5), 1.1, 0.3, "Hsiao et al. 2007");
    }

    private static IEnumerable<PopulationCheck> Peculiar()
    {
        var faint = Drawn.Sources<ThermonuclearSupernova>(1000, Type91bg.Draw, 2);
        yield return PopulationCheck.OfMean("91bg", "peak M_B", "mag", faint.Select(s => s.BlueMagnitude(0) + BlueVega), -17.1, 0.4, "Taubenberger et al. 2008");
        yield return PopulationCheck.OfMean("91bg", "Δm15(B)", "mag", faint.Select(Decline), 1.9, 0.15, "Taubenberger et al. 2008");
        var weak = Drawn.Sources<ThermalTransient>(500, TypeIax.Draw, 3);
        yield return PopulationCheck.OfMean("Iax", "rise in r", "days", weak.Select(s => Drawn.Peak(s, Red)), 17, 6, "Magee et al. 2016");
        yield return PopulationCheck.OfMean("Iax", "peak M_r of those that are seen", "mag", weak.Select(s => Drawn.PeakMagnitude(s, Red)), -17.3, 0.9, "Foley et al. 2013");
    }

    private static IEnumerable<PopulationCheck> Stripped()
    {
        var all = Drawn.Near(600, Photospheres.Stripped, random => StrippedEnvelope.Curve(random, 2.4, 0.13, 9900), 4);
        yield return PopulationCheck.OfMean("Ib/c", "peak M_r", "mag", all.Select(s => Drawn.PeakMagnitude(s, Red)), -17.6, 0.5, "Taddia et al. 2018");
        yield return PopulationCheck.OfMean("Ib/c", "rise in r", "days", all.Select(s => Drawn.Peak(s, Red)), 18, 5, "Taddia et al. 2015");
        yield return PopulationCheck.OfMean("Ib/c", "Δm15(r)", "mag", all.Select(s => s.AbsoluteMagnitude(Red, Drawn.Peak(s, Red) + 15) - Drawn.PeakMagnitude(s, Red)), 0.65, 0.25, "Drout et al. 2011");
        var broad = Drawn.Near(600, Photospheres.Stripped, random => StrippedEnvelope.Curve(random, 2.7, 0.28, 19100), 5);
        yield return PopulationCheck.OfMean("Ib/c", "peak M_r, broad-lined", "mag", broad.Select(s => Drawn.PeakMagnitude(s, Red)), -18.6, 0.5, "Taddia et al. 2019");
    }

    private static IEnumerable<PopulationCheck> Hydrogen()
    {
        var plateau = Drawn.Near(600, Photospheres.Hot, TypeII.Curve, 6);
        yield return PopulationCheck.OfMean("II", "peak magnitude", "mag", plateau.Select(s => Drawn.PeakMagnitude(s, Red)), -16.74, 0.4, "Anderson et al. 2014");
        yield return PopulationCheck.OfMean("II", "decline on the plateau", "mag / 100 d", plateau.Where(s => PlateauEnd(s) > 80).Select(s => 100 * (s.AbsoluteMagnitude(Red, 65) - s.AbsoluteMagnitude(Red, 45)) / 20), 1.27, 0.5, "Anderson et al. 2014");
        yield return PopulationCheck.OfMean("II", "end of the plateau", "days", plateau.Select(PlateauEnd), 84, 8, "Anderson et al. 2014");
        var interacting = Drawn.Near(600, Photospheres.Hot, random => TypeIIn.Curve(random, -18.9), 7);
        yield return PopulationCheck.OfMean("II", "peak M_r, IIn", "mag", interacting.Select(s => Drawn.PeakMagnitude(s, Red)), -19.18, 0.5, "Nyholm et al. 2020");
        yield return PopulationCheck.OfMean("II", "rise in r, IIn", "days", interacting.Select(s => Drawn.Peak(s, Red)), 24, 10, "Nyholm et al. 2020");
    }

    private static double Decline(ThermonuclearSupernova s) => s.BlueMagnitude(15) - s.BlueMagnitude(0);

    private static double SecondMaximum(ThermonuclearSupernova s) =>
        Enumerable.Range(36, 80).Select(i => i * 0.5).MinBy(phase => s.MagnitudeAt(3, phase) + (phase is < 18 ? 10 : 0));

    private static double PlateauEnd(ThermalTransient s) =>
        Enumerable.Range(40, 100).MaxBy(phase => s.AbsoluteMagnitude(Red, phase + 1) - s.AbsoluteMagnitude(Red, phase - 1));
}
