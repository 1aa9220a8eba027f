namespace Atat.Training.Batches;

/// <summary>How rare objects are: 1 - n / largest n, where n are the training objects of their class.</summary>
/// <param name="classes">Class of every object of the catalog.</param>
/// <param name="counts">Training objects of each class.</param>
public sealed class RareObjects(int[] classes, IReadOnlyList<int> counts)
{
    private readonly double largest = counts.Max();

    /// <summary>Share of an object's samples that are perturbed: 0 in the largest class.</summary>
    /// <param name="index">Object in the catalog.</param>
    public double Share(int index) => 1 - (counts[classes[index]] / largest);
}
