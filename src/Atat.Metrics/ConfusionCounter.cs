namespace Atat.Metrics;

/// <summary>Counts the confusion of many resamples of the same predictions in reused buffers: the inner loop of a bootstrap.</summary>
/// <remarks>Holds the last resample counted; not for several threads at once.</remarks>
public sealed class ConfusionCounter
{
    private readonly int[] objects;
    private readonly int[] truth;
    private readonly int[] predicted;
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
        this.truth = truth.ToArray();
        this.predicted = predicted.ToArray();
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
        for (var i = 0; i < objects.Length; i++)
        {
            var count = drawn[objects[i]];
            supports[truth[i]] += count;
            predictions[predicted[i]] += count;
            if (truth[i] == predicted[i])
            {
                hits[truth[i]] += count;
            }
        }
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
