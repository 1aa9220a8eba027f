using Atat.Training.Configuration;

namespace Atat.Training.Optimisation;

/// <summary>How much an object of each class counts in the loss.</summary>
public static class ClassWeights
{
    /// <summary>Weights of the classes, of mean 1 over the training objects, so that the learning rate keeps its meaning.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="beta">Beta of the effective number of objects, from 0 to below 1; 0 weighs all classes alike.</param>
    /// <param name="counts">Training objects of each class, at least one.</param>
    public static double[] Of(ClassWeighting kind, double beta, ReadOnlySpan<int> counts)
    {
        var weights = new double[counts.Length];
        double objects = 0, sum = 0;
        for (var c = 0; c < weights.Length; c++)
        {
            weights[c] = kind switch
            {
                ClassWeighting.Inverse => 1.0 / counts[c],
                ClassWeighting.Effective => (1 - beta) / (1 - Math.Pow(beta, counts[c])),
                _ => 1,
            };
            objects += counts[c];
            sum += counts[c] * weights[c];
        }

        return [.. weights.Select(w => w * objects / sum)];
    }
}
