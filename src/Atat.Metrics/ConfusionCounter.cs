namespace Atat.Metrics;

/// <summary>Counts the confusion of many resamples of the same predictions in reused buffers: the inner loop of a bootstrap.</summary>
/// <remarks>Holds the last resample counted; not for several threads at once.</remarks>
public sealed class ConfusionCounter
{
    // Objects in the order of their cells of the confusion matrix: the sum over a cell is one pass that keeps no counter in memory.
    private readonly int[] objects;
    private readonly (int Truth, int Predicted, int End)[] cells;
    private readonly long[] hits;
    private readonly long[] supports;
    private readonly long[] predictions;

    /// <summary>Takes predictions, one or none an object.</summary>
    /// <param name="objects">Object of each prediction, an index into the resamples' counts, (N).</param>
    /// <param name="truth">True class of each prediction, (N).</param>
    /// <param name="predicted">Predicted class, (N).</param>
    /// <param name="classCount">Number of classes, K.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public ConfusionCounter(ReadOnlySpan<int> objects, ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int classCount)
    {
        if (truth.Length != objects.Length || predicted.Length != objects.Length)
        {
            throw new ArgumentException($"{objects.Length} objects, {truth.Length} true and {predicted.Length} predicted classes.", nameof(objects));
        }

        this.objects = objects.ToArray();
        (int Truth, int Predicted)[] pairs = new (int, int)[objects.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (truth[i], predicted[i]);
        }

        Array.Sort(pairs, this.objects);
        cells = [.. Enumerable.Range(1, pairs.Length)
            .Where(end => end == pairs.Length || pairs[end] != pairs[end - 1])
            .Select(end => (pairs[end - 1].Truth, pairs[end - 1].Predicted, end))];
        hits = new long[classCount];
        supports = new long[classCount];
        predictions = new long[classCount];
    }

    /// <summary>Share classified rightly; 0 for an empty resample.</summary>
    public double Accuracy => Ratio(hits.Sum(), supports.Sum());

    /// <summary>Unweighted mean over the classes with support, as <see cref="ConfusionMatrix.Macro"/>.</summary>
    public ClassScores Macro
    {
        get
        {
            double precision = 0, recall = 0, f1 = 0;
            long present = 0, total = 0;
            for (var k = 0; k < hits.Length; k++)
            {
                if (supports[k] > 0)
                {
                    var scores = this[k];
                    (precision, recall, f1) = (precision + scores.Precision, recall + scores.Recall, f1 + scores.F1);
                    (present, total) = (present + 1, total + supports[k]);
                }
            }

            return present == 0 ? default : new ClassScores(precision / present, recall / present, f1 / present, total);
        }
    }

    /// <summary>Scores of a class.</summary>
    public ClassScores this[int k] => new(
        Ratio(hits[k], predictions[k]),
        Ratio(hits[k], supports[k]),
        Ratio(2 * hits[k], supports[k] + predictions[k]),
        supports[k]);

    /// <summary>Counts one resample; what is read from then on is of this resample.</summary>
    /// <param name="drawn">How often each object was drawn.</param>
    public void Count(ReadOnlySpan<int> drawn)
    {
        Array.Clear(hits);
        Array.Clear(supports);
        Array.Clear(predictions);
        var start = 0;
        foreach (var (truth, predicted, end) in cells)
        {
            long count = 0;
            foreach (var o in objects.AsSpan(start..end))
            {
                count += drawn[o];
            }

            supports[truth] += count;
            predictions[predicted] += count;
            hits[truth] += truth == predicted ? count : 0;
            start = end;
        }
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
