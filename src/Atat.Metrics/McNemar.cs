namespace Atat.Metrics;

/// <summary>McNemar's test of two classifiers on the same objects: do they err equally often?</summary>
/// <param name="OnlyFirst">Objects that only the first classifier has right.</param>
/// <param name="OnlySecond">Objects that only the second has right.</param>
/// <param name="PValue">Exact two-sided binomial p-value: under equality each such object is a fair coin.</param>
public readonly record struct McNemar(int OnlyFirst, int OnlySecond, double PValue)
{
    /// <summary>Runs the test.</summary>
    /// <param name="first">Whether the first classifier has each object right, (N).</param>
    /// <param name="second">Whether the second has, (N).</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static McNemar Test(ReadOnlySpan<bool> first, ReadOnlySpan<bool> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"{first.Length} and {second.Length} objects.", nameof(second));
        }

        int onlyFirst = 0, onlySecond = 0;
        for (var i = 0; i < first.Length; i++)
        {
            onlyFirst += first[i] && !second[i] ? 1 : 0;
            onlySecond += second[i] && !first[i] ? 1 : 0;
        }

        return new McNemar(onlyFirst, onlySecond, TwoSided(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond));
    }

    // 2 P(X <= least) for X ~ Binomial(n, 1/2), summed in logarithms: C(n, i + 1) = C(n, i) (n - i) / (i + 1).
    private static double TwoSided(int least, int n)
    {
        var logTerm = -n * Math.Log(2);
        var sum = 0.0;
        for (var i = 0; i <= least; i++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log((double)(n - i) / (i + 1));
        }

        return Math.Min(1, 2 * sum);
    }
}
