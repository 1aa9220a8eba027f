namespace Atat.Metrics;

/// <summary>Counts the confusion of many resamples of the same predictions in one reused buffer: the inner loop of a bootstrap.</summary>
/// <remarks>Holds the last resample counted; not for several threads at once.</remarks>
public sealed class ConfusionCounter
{
    private readonly int classCount;
    private readonly int[] objects;
    private readonly int[] cells;
    private readonly long[] counts;

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

        this.classCount = classCount;
        this.objects = objects.ToArray();
        counts = new long[classCount * classCount];
        cells = new int[objects.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = (truth[i] * classCount) + predicted[i];
        }
    }

    /// <summary>Counts one resample; what is read from then on is of this resample.</summary>
    /// <param name="drawn">How often each object was drawn.</param>
    public void Count(ReadOnlySpan<int> drawn)
    {
        Array.Clear(counts);
        for (var i = 0; i < cells.Length; i++)
        {
            counts[cells[i]] += drawn[objects[i]];
        }
    }

    /// <summary>Share classified rightly; 0 for an empty resample.</summary>
    public double Accuracy()
    {
        long hits = 0, total = 0;
        for (var k = 0; k < classCount; k++)
        {
            var (hit, support, _) = Margins(k);
            hits += hit;
            total += support;
        }

        return total == 0 ? 0 : (double)hits / total;
    }

    /// <summary>Unweighted mean F1 over the classes with support, as <see cref="ConfusionMatrix.MacroF1"/>.</summary>
    public double MacroF1()
    {
        var sum = 0.0;
        var present = 0;
        for (var k = 0; k < classCount; k++)
        {
            var (hit, support, predicted) = Margins(k);
            if (support > 0)
            {
                sum += 2.0 * hit / (support + predicted);
                present++;
            }
        }

        return present == 0 ? 0 : sum / present;
    }

    /// <summary>F1 of a class; NaN where the resample holds none of it, in truth or prediction.</summary>
    public double F1(int k)
    {
        var (hit, support, predicted) = Margins(k);
        return 2.0 * hit / (support + predicted);
    }

    private (long Hit, long Support, long Predicted) Margins(int k)
    {
        long support = 0, predicted = 0;
        for (var j = 0; j < classCount; j++)
        {
            support += counts[(k * classCount) + j];
            predicted += counts[(j * classCount) + k];
        }

        return (counts[(k * classCount) + k], support, predicted);
    }
}
