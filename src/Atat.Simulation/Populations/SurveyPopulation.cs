using Atat.Simulation.Light;
using Atat.Simulation.Survey;

namespace Atat.Simulation.Populations;

/// <summary>The survey's visits beside LSST's plans.</summary>
public static class SurveyPopulation
{
    private static readonly SimulatedSurvey Survey = new(1, ClassRates.Balanced);
    private static readonly Visit[] Visits = [.. Survey.Fields.Take(40).SelectMany(visits => visits)];
    private static readonly double[] Depths = [23.8, 24.5, 24.0, 23.4, 22.8, 22.1];

    /// <summary>Share of visits in a passband that detect a point source without a host, by its magnitude.</summary>
    /// <param name="band">Index of the passband.</param>
    /// <param name="magnitude">AB magnitude.</param>
    public static double DetectedShare(int band, double magnitude)
    {
        var flux = Magnitudes.ToFlux(magnitude);
        return Visits.Where(visit => visit.Band == band).Average(visit => Noise.DetectionEfficiency(flux / Noise.Deviation(visit, flux, 0, 0)));
    }

    /// <summary>All checks.</summary>
    internal static IEnumerable<PopulationCheck> Checks()
    {
        for (var band = 0; band < LsstPassbands.Count; band++)
        {
            yield return PopulationCheck.OfMedian("survey", $"five-sigma depth in {LsstPassbands.All[band].Name}", "mag", Visits.Where(v => v.Band == band).Select(v => Magnitudes.FromFlux(5 * v.Sky)), Depths[band], 0.2, "Ivezić et al. 2019; Jones et al. 2021");
        }

        yield return PopulationCheck.OfMean("survey", "visits of a field in three years", "", Survey.Fields.Select(f => (double)f.Length), 250, 40, "Jones et al. 2021");
        yield return PopulationCheck.OfMedian("survey", "gap between nights on a field", "days", Survey.Fields.Take(50).SelectMany(Gaps), 3, 1, "Jones et al. 2021");
        yield return PopulationCheck.Of("survey", "signal-to-noise ratio of half the detections", "", HalfDetected(), 5.8, 0.2, "Sánchez et al. 2022");
    }

    // Within a season, in whole nights.
    private static IEnumerable<double> Gaps(Visit[] visits)
    {
        double[] nights = [.. visits.Select(v => Math.Floor(v.Mjd - 0.5)).Distinct()];
        return nights.Zip(nights.Skip(1), (a, b) => b - a).Where(gap => gap < 60);
    }

    private static double HalfDetected()
    {
        var (low, high) = (1.0, 20.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            (low, high) = Noise.DetectionEfficiency(middle) < 0.5 ? (middle, high) : (low, middle);
        }

        return low;
    }
}
