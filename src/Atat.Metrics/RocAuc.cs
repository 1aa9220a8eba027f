namespace Atat.Metrics;

/// <summary>Areas under the ROC curve for several classes. Probabilities are row-major (N, K), truth is (N).</summary>
public static class RocAuc
{
    /// <summary>One class against the rest, ranked by that class's probability; (K), NaN where a class is absent or alone.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, a label is out of range, or a probability is NaN.</exception>
    public static double[] OneVersusRest(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth)
    {
        var areas = new double[Rows.Width(probabilities.Length, truth)];
        for (var k = 0; k < areas.Length; k++)
        {
            areas[k] = Rank(probabilities, truth, k).Auc();
        }

        return areas;
    }

    /// <summary>Unweighted mean of <see cref="OneVersusRest"/> over the classes where it is defined; NaN where none is.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, a label is out of range, or a probability is NaN.</exception>
    public static double OneVersusRestMacro(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth) =>
        MeanOfDefined(OneVersusRest(probabilities, truth));

    /// <summary>
    /// Hand and Till (2001): over unordered pairs of classes {a, b} that both occur, on their rows only, the mean of "a above b by P[a]" and
    /// "b above a by P[b]"; unweighted mean over pairs.
    /// </summary>
    /// <exception cref="ArgumentException">The lengths do not fit, a label is out of range, or a probability is NaN.</exception>
    public static double OneVersusOneMacro(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth)
    {
        var width = Rows.Width(probabilities.Length, truth);
        var areas = new List<double>();
        for (var a = 0; a < width; a++)
        {
            for (var b = a + 1; b < width; b++)
            {
                areas.Add((Pair(probabilities, truth, width, a, b) + Pair(probabilities, truth, width, b, a)) / 2);
            }
        }

        return MeanOfDefined(areas);
    }

    /// <summary>The objects ranked by the probability of one class, that class's objects being positive.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, a label is out of range, or a probability is NaN.</exception>
    public static RankedScores Rank(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth, int k)
    {
        var (scores, positive) = Column(probabilities, truth, k);
        return new RankedScores(scores, positive);
    }

    /// <summary>The probability of one class for each object, and whether the object is of that class: the input of a binary curve.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range.</exception>
    public static (double[] Scores, bool[] Positive) Column(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth, int k)
    {
        var width = Rows.Width(probabilities.Length, truth);
        var scores = new double[truth.Length];
        var positive = new bool[truth.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = probabilities[(i * width) + k];
            positive[i] = truth[i] == k;
        }

        return (scores, positive);
    }

    private static double Pair(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> truth, int width, int a, int b)
    {
        var scores = new List<double>();
        var positive = new List<bool>();
        for (var i = 0; i < truth.Length; i++)
        {
            if (truth[i] == a || truth[i] == b)
            {
                scores.Add(probabilities[(i * width) + a]);
                positive.Add(truth[i] == a);
            }
        }

        return new RankedScores([.. scores], [.. positive]).Auc();
    }

    private static double MeanOfDefined(IEnumerable<double> values) =>
        values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
