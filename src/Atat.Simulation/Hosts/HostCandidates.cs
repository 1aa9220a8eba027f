namespace Atat.Simulation.Hosts;

/// <summary>The two galaxies that a survey would take for the host, the likelier first.</summary>
internal static class HostCandidates
{
    // Fainter galaxies are not in the survey's stacked catalog.
    private const double Faintest = 27;
    private const double SecondShare = 0.15;
    private const double BehindStar = 0.03;

    /// <summary>
    /// Draws the candidates: the true host where the survey sees it, and now and then a galaxy that stands by chance, which comes first
    /// where the object is nearer to it in units of its size. Objects of the Galaxy have chance neighbours only.
    /// </summary>
    public static (Galaxy? Nearest, Galaxy? Second) Draw(HostPopulation population, ISource source, Random random)
    {
        if (population == HostPopulation.None)
        {
            return (random.NextDouble() < BehindStar ? Galaxy.Neighbour(random) : null, null);
        }

        var host = Galaxy.Host(population, source, random);
        var neighbour = random.NextDouble() < SecondShare ? Galaxy.Neighbour(random) : null;
        if (host.Magnitudes[3] > Faintest)
        {
            return (neighbour, null);
        }

        return neighbour is not null && neighbour.Separation / neighbour.Radius < host.Separation / host.Radius ? (neighbour, host) : (host, neighbour);
    }
}
