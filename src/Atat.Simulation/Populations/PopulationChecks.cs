using System.Collections.Immutable;

namespace Atat.Simulation.Populations;

/// <summary>The simulated populations, and the survey itself, beside published values.</summary>
public static class PopulationChecks
{
    /// <summary>Draws the populations and measures them; takes some seconds.</summary>
    public static ImmutableArray<PopulationCheck> All() => [.. SupernovaPopulation.Checks(), .. ExoticPopulation.Checks(), .. GalacticPopulation.Checks(), .. SurveyPopulation.Checks()];
}
