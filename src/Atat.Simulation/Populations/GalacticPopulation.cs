using Atat.Simulation.Sources.Galactic;

namespace Atat.Simulation.Populations;

/// <summary>Variable stars beside what was observed of them.</summary>
internal static class GalacticPopulation
{
    /// <summary>All checks.</summary>
    public static IEnumerable<PopulationCheck> Checks() => [.. Pulsators(), .. Eruptive(), .. Geometric()];

    private static IEnumerable<PopulationCheck> Pulsators()
    {
        var lyrae = Drawn.Sources<PulsatingStar>(2000, RRLyrae.Draw, 21);
        var fundamental = lyrae.Where(s => s.Period > 0.45).ToArray();
        yield return PopulationCheck.OfMean("RR Lyrae", "period, type ab", "days", fundamental.Select(s => s.Period), 0.576, 0.02, "Soszyński et al. 2009");
        yield return PopulationCheck.OfMean("RR Lyrae", "period, type c", "days", lyrae.Where(s => s.Period < 0.4).Select(s => s.Period), 0.337, 0.02, "Soszyński et al. 2009");
        yield return PopulationCheck.OfSlope("RR Lyrae", "slope of M_r with log period", "mag", ("log10 of the period (days)", "M_r (mag)"), [.. fundamental.Select(s => (Math.Log10(s.Period), s.AbsoluteMagnitude))], -1.6, 0.3, "Catelan et al. 2004");
        yield return PopulationCheck.OfMean("RR Lyrae", "M_r", "mag", fundamental.Select(s => s.AbsoluteMagnitude), 0.57, 0.15, "Sesar et al. 2017");
        var cepheids = Drawn.Sources<PulsatingStar>(2000, Cepheid.Draw, 22);
        yield return PopulationCheck.OfSlope("Cepheid", "slope of M_r with log period", "mag", ("log10 of the period (days)", "M_r (mag)"), [.. cepheids.Select(s => (Math.Log10(s.Period), s.AbsoluteMagnitude))], -2.83, 0.15, "Fouqué et al. 2007, between V and I");
        yield return PopulationCheck.OfMedian("Cepheid", "log10 of the period", "days", cepheids.Select(s => Math.Log10(s.Period)), 0.7, 0.15, "Soszyński et al. 2008");
        var scuti = Drawn.Sources<PulsatingStar>(2000, DeltaScuti.Draw, 23);
        yield return PopulationCheck.OfSlope("Delta Scuti", "slope of M with log period", "mag", ("log10 of the period (days)", "M (mag)"), [.. scuti.Select(s => (Math.Log10(s.Period), s.AbsoluteMagnitude))], -2.94, 0.3, "Ziaali et al. 2019");
    }

    private static IEnumerable<PopulationCheck> Eruptive()
    {
        yield return PopulationCheck.Of("M-dwarf Flare", "area of the flare template", "widths", FlareArea(), 1.827, 0.03, "Davenport et al. 2014");
        var dwarfs = Drawn.Sources<FlaringDwarf>(400, FlaringDwarf.Draw, 24);
        yield return PopulationCheck.OfMedian("M-dwarf Flare", "log10 of the width of seen flares", "days", dwarfs.SelectMany(s => s.Flares.Take(3)).Select(f => Math.Log10(f.Width)), -1.75, 0.35, "Hawley et al. 2014");
        yield return PopulationCheck.OfMean("M-dwarf Flare", "temperature", "K", dwarfs.Select(s => s.Flares[0].Temperature), 9500, 600, "Kowalski et al. 2013");
        var novae = Drawn.Sources<DwarfNova>(1500, DwarfNova.Draw, 25);
        yield return PopulationCheck.OfSlope("Dwarf Novae", "slope of amplitude with log recurrence", "mag", ("log10 of the recurrence (days)", "amplitude (mag)"), [.. novae.Select(s => (Math.Log10(s.Recurrence), s.Amplitude))], 1.9, 0.4, "Kukarkin and Parenago 1934");
        yield return PopulationCheck.OfMedian("Dwarf Novae", "decay", "days / mag", novae.Select(s => s.DecayPerMagnitude), 2.4, 0.6, "Otulakowska-Hypka et al. 2016");
    }

    private static IEnumerable<PopulationCheck> Geometric()
    {
        var lenses = Drawn.Sources<Microlensing>(1500, Microlensing.DrawSingle, 26);
        yield return PopulationCheck.OfMedian("uLens", "Einstein time", "days", lenses.Select(s => s.Timescale), 24, 4, "Mróz et al. 2019");
        yield return PopulationCheck.OfMean("uLens", "magnification at half an Einstein radius", "", lenses.Where(s => Math.Abs(s.Impact - 0.5) < 0.02).Select(s => s.Magnification(s.Peak)), 2.18, 0.05, "Paczyński 1986");
        var binaries = Drawn.Sources<EclipsingBinary>(600, EclipsingBinary.Draw, 27);
        var round = binaries.Where(s => s.Eccentricity == 0 && s.FirstRadius + s.SecondRadius < 0.5).ToArray();
        yield return PopulationCheck.OfMean("EB", "measured over geometric length of the eclipse", "", round.Select(EclipseRatio), 1, 0.1, "Winn 2010, equation 14");
        yield return PopulationCheck.OfMean("EB", "largest cos(i) over sum of the radii", "", [binaries.Max(s => Math.Cos(s.Inclination) / (s.FirstRadius + s.SecondRadius))], 0.95, 0.05, "Winn 2010, equation 9");
    }

    private static double FlareArea() => Enumerable.Range(-1000, 21_000).Sum(i => FlareTemplate.At(i / 1000.0)) / 1000;

    // Share of the orbit that both eclipses take, over 2 / π arcsin(sqrt((R1 + R2)² - cos² i) / sin i).
    private static double EclipseRatio(EclipsingBinary s)
    {
        const int steps = 4000;
        var measured = Enumerable.Range(0, steps).Count(i => s.IsEclipsed(s.Start + (s.Period * i / steps))) / (double)steps;
        var reach = Math.Sqrt(Math.Pow(s.FirstRadius + s.SecondRadius, 2) - Math.Pow(Math.Cos(s.Inclination), 2)) / Math.Sin(s.Inclination);
        return measured / (2 / Math.PI * Math.Asin(reach));
    }
}
