using Atat.Forests;
using Atat.Metrics;

namespace Atat.Training.Trees;

/// <summary>
/// Calibrated probabilities of trees: a temperature divides their logarithms. The probability 0, which a forest gives where no tree votes for a class, is raised first,
/// to half of what a single tree of the largest forest could give it.
/// </summary>
internal static class TreeProbabilities
{
    /// <summary>Forests spread their votes and need temperatures well below those of networks.</summary>
    public const double LeastTemperature = 0.1;

    // Boosted trees give every class some probability; this only keeps logarithms finite.
    private const double LeastOfBoosted = 1e-12;

    /// <summary>Logarithms of probabilities that may be 0.</summary>
    /// <param name="forest">The trees.</param>
    /// <param name="probabilities">Their probabilities.</param>
    public static double[] Logarithms(IForest forest, float[] probabilities)
    {
        var least = forest switch
        {
            BalancedForest one => 0.5 / one.TreeCount,
            HierarchicalForest many => 0.5 / many.Branches.Append(many.Top).Max(f => f?.TreeCount ?? 1),
            _ => LeastOfBoosted,
        };
        return Array.ConvertAll(probabilities, p => Math.Log(Math.Max(p, least)));
    }

    /// <summary>Applies a temperature.</summary>
    /// <param name="forest">The trees.</param>
    /// <param name="probabilities">Their probabilities, (rows, classes), row-major.</param>
    /// <param name="temperature">Temperature; null to leave the probabilities as they are.</param>
    public static float[] Calibrated(IForest forest, float[] probabilities, double? temperature) => temperature is { } t
        ? Array.ConvertAll(Softmax.OfRows(Logarithms(forest, probabilities), forest.Classes, t), p => (float)p)
        : probabilities;
}
