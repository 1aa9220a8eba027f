using System.Globalization;

namespace Atat.Training.FeatureParity;

/// <summary>Counts agreements of one rule.</summary>
internal sealed class ParityTally(string family, string rule, double required)
{
    private int compared;
    private int within;
    private readonly List<(double Excess, string What)> misses = [];

    /// <summary>Counts a pair of values; missing agrees with missing alone.</summary>
    /// <param name="place">Object and column.</param>
    /// <param name="expected">Of the reference.</param>
    /// <param name="actual">Ours.</param>
    /// <param name="tolerance">Largest difference.</param>
    public void Add(string place, double expected, double actual, double tolerance)
    {
        compared++;
        var excess = double.IsNaN(expected) && double.IsNaN(actual) ? 0 : Math.Abs(expected - actual) / Math.Max(tolerance, double.Epsilon);
        if (excess <= 1)
        {
            within++;
        }
        else
        {
            misses.Add((double.IsNaN(excess) ? double.PositiveInfinity : excess, string.Create(CultureInfo.InvariantCulture, $"{place}: {actual:G6} for {expected:G6}")));
        }
    }

    /// <summary>Counts a pair of values by their relative difference.</summary>
    public void AddRelative(string place, double expected, double actual, double tolerance) =>
        Add(place, expected, actual, tolerance * Math.Max(Math.Abs(expected), 1e-12));

    /// <summary>What was counted.</summary>
    public ParityRow ToRow(string set) => new(set, family, rule, compared, within, required, [.. misses.OrderByDescending(m => m.Excess).Select(m => m.What)]);
}
