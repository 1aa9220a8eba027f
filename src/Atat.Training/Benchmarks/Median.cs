namespace Atat.Training.Benchmarks;

/// <summary>The middle of what several rounds measured; of an even number the upper of the two.</summary>
public static class Median
{
    /// <summary>Takes the median.</summary>
    /// <param name="values">At least one.</param>
    public static double Of(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
