using System.Collections.Immutable;
using Atat.Simulation.Survey;

namespace Atat.Simulation.Populations;

/// <summary>The simulated populations, and the survey itself, beside published values.</summary>
public static class PopulationChecks
{
    /// <summary>Draws the populations and measures them; takes some seconds.</summary>
    public static ImmutableArray<PopulationCheck> All() => [.. SupernovaPopulation.Checks(), .. ExoticPopulation.Checks(), .. GalacticPopulation.Checks(), Efficiency()];

    // The signal-to-noise ratio at which half is detected, by bisection.
    private static PopulationCheck Efficiency()
    {
        var (low, high) = (1.0, 20.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            (low, high) = Noise.DetectionEfficiency(middle) < 0.5 ? (middle, high) : (low, middle);
        }

        return PopulationCheck.Of("survey", "signal-to-noise ratio of half the detections", "", low, 5.8, 0.2, "Sánchez et al. 2022");
    }
}
