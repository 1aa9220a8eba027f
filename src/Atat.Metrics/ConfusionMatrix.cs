using System.Collections.Immutable;

namespace Atat.Metrics;

/// <summary>Counts of (truth, prediction) pairs: rows are the truth, columns the prediction. Immutable.</summary>
/// <remarks>
/// Conventions are scikit-learn's: a ratio 0 / 0 counts as 0, the weighted average weights by support. The macro average is the
/// unweighted mean over the classes with at least one object in truth; a class that the sample does not hold says nothing about a classifier.
/// </remarks>
public sealed class ConfusionMatrix
{
    private readonly long[] counts;

    /// <summary>Makes a matrix of given counts.</summary>
    /// <param name="classCount">Number of classes, K.</param>
    /// <param name="counts">Row-major (K, K): truth, prediction; copied.</param>
    /// <exception cref="ArgumentException">The length is not K x K, or a count is negative.</exception>
    public ConfusionMatrix(int classCount, ReadOnlySpan<long> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classCount);
        if (counts.Length != classCount * classCount || counts.ContainsAnyInRange(long.MinValue, -1))
        {
            throw new ArgumentException($"A confusion matrix of {classCount} classes needs {classCount * classCount} counts, none negative; got {counts.Length}.", nameof(counts));
        }

        ClassCount = classCount;
        this.counts = counts.ToArray();
        PerClass = [.. Enumerable.Range(0, classCount).Select(ScoresOf)];
    }

    /// <summary>Number of classes, K.</summary>
    public int ClassCount { get; }

    /// <summary>Scores of each class, (K).</summary>
    public ImmutableArray<ClassScores> PerClass { get; }

    /// <summary>Objects counted.</summary>
    public long Total => Sum(counts);

    /// <summary>Objects on the diagonal.</summary>
    public long Correct => Enumerable.Range(0, ClassCount).Sum(k => this[k, k]);

    /// <summary>Share of objects on the diagonal; 0 for an empty matrix.</summary>
    public double Accuracy => Ratio(Correct, Total);

    /// <summary>Unweighted mean of the scores over the classes with support.</summary>
    public ClassScores Macro => Average(static _ => 1);

    /// <summary>Mean of the scores weighted by support.</summary>
    public ClassScores Weighted => Average(static scores => scores.Support);

    /// <summary>F1 of <see cref="Macro"/>: the score that the thesis reports.</summary>
    public double MacroF1 => Macro.F1;

    /// <summary>Recall of <see cref="Macro"/>.</summary>
    public double BalancedAccuracy => Macro.Recall;

    /// <summary>Objects of a true class that were given a predicted class.</summary>
    public long this[int truth, int predicted] => counts[(truth * ClassCount) + predicted];

    /// <summary>Counts (truth, prediction) pairs.</summary>
    /// <param name="truth">True class of each object, 0 … K-1.</param>
    /// <param name="predicted">Predicted class of each object, 0 … K-1.</param>
    /// <param name="classCount">Number of classes, K.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a class is out of range.</exception>
    public static ConfusionMatrix FromLabels(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int classCount)
    {
        if (truth.Length != predicted.Length)
        {
            throw new ArgumentException($"{truth.Length} true and {predicted.Length} predicted classes.", nameof(predicted));
        }

        var pairs = new long[classCount * classCount];
        for (var i = 0; i < truth.Length; i++)
        {
            if ((uint)truth[i] >= (uint)classCount || (uint)predicted[i] >= (uint)classCount)
            {
                throw new ArgumentException($"Object {i}: truth {truth[i]}, prediction {predicted[i]}; both must be 0 … {classCount - 1}.", nameof(truth));
            }

            pairs[(truth[i] * classCount) + predicted[i]]++;
        }

        return new ConfusionMatrix(classCount, pairs);
    }

    /// <summary>Objects that truly belong to a class.</summary>
    public long Support(int truth) => Sum(counts.AsSpan(truth * ClassCount, ClassCount));

    /// <summary>Objects that were given a class.</summary>
    public long PredictedCount(int predicted) => Enumerable.Range(0, ClassCount).Sum(k => this[k, predicted]);

    /// <summary>Share of a true class that was given a predicted class (rows sum to 1); 0 where the class has no support.</summary>
    public double Share(int truth, int predicted) => Ratio(this[truth, predicted], Support(truth));

    /// <summary>Accuracy of "class or not": objects for which truth and prediction agree on being of the class, over all.</summary>
    public double OneVersusRestAccuracy(int k) => Total == 0 ? 0 : 1 - ((double)(Support(k) + PredictedCount(k) - (2 * this[k, k])) / Total);

    private ClassScores ScoresOf(int k)
    {
        var (hit, support, predicted) = (this[k, k], Support(k), PredictedCount(k));
        return new ClassScores(Ratio(hit, predicted), Ratio(hit, support), Ratio(2 * hit, support + predicted), support);
    }

    private ClassScores Average(Func<ClassScores, double> weight)
    {
        var present = PerClass.Where(scores => scores.Support > 0).ToArray();
        var total = present.Sum(weight);
        return present.Length == 0 ? default : new ClassScores(
            present.Sum(s => weight(s) * s.Precision) / total,
            present.Sum(s => weight(s) * s.Recall) / total,
            present.Sum(s => weight(s) * s.F1) / total,
            Total);
    }

    private static long Sum(ReadOnlySpan<long> values)
    {
        var sum = 0L;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
