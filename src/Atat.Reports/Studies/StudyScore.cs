using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>A score of a variant: over its folds where it has several, else with the interval over objects.</summary>
/// <param name="Mean">Mean over folds, or the score of the one fold.</param>
/// <param name="Deviation">Standard deviation over folds (n - 1); NaN where there is one fold.</param>
/// <param name="Low">Mean minus deviation, or the lower end of the 95 % bootstrap interval.</param>
/// <param name="High">Mean plus deviation, or the upper end.</param>
public readonly record struct StudyScore(double Mean, double Deviation, double Low, double High)
{
    /// <summary>The score of several folds.</summary>
    /// <param name="folds">Its value in each fold, at least two.</param>
    public static StudyScore OfFolds(IReadOnlyCollection<double> folds)
    {
        var mean = folds.Average();
        var deviation = Math.Sqrt(folds.Sum(value => (value - mean) * (value - mean)) / (folds.Count - 1));
        return new StudyScore(mean, deviation, mean - deviation, mean + deviation);
    }

    /// <summary>The score of one fold.</summary>
    public static StudyScore OfInterval(Interval interval) => new(interval.Estimate, double.NaN, interval.Low, interval.High);
}
