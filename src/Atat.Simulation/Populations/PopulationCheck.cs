using System.Collections.Immutable;

namespace Atat.Simulation.Populations;

/// <summary>One property of a simulated population beside what was observed of the real one.</summary>
/// <param name="Class">Class of objects.</param>
/// <param name="Quantity">What is compared.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Measured">Value of the simulated sample.</param>
/// <param name="Published">Published value.</param>
/// <param name="Tolerance">Largest difference that is called agreement.</param>
/// <param name="Source">Paper that the published value is from.</param>
/// <param name="Sample">What the value was measured from, for a histogram; empty: something else.</param>
/// <param name="Points">Points whose slope was measured; empty: something else.</param>
public sealed record PopulationCheck(
    string Class,
    string Quantity,
    string Unit,
    double Measured,
    double Published,
    double Tolerance,
    string Source,
    ImmutableArray<double> Sample,
    ImmutableArray<(double X, double Y)> Points)
{
    /// <summary>Quantities and units of the points' coordinates.</summary>
    public (string X, string Y) Axes { get; private init; }

    /// <summary>Whether simulation and publication agree.</summary>
    public bool Holds => Math.Abs(Measured - Published) <= Tolerance;

    /// <summary>A check of the mean of a sample.</summary>
    internal static PopulationCheck OfMean(string @class, string quantity, string unit, IEnumerable<double> sample, double published, double tolerance, string source)
    {
        ImmutableArray<double> all = [.. sample];
        return new(@class, quantity, unit, all.Average(), published, tolerance, source, all, []);
    }

    /// <summary>A check of the median of a sample.</summary>
    internal static PopulationCheck OfMedian(string @class, string quantity, string unit, IEnumerable<double> sample, double published, double tolerance, string source)
    {
        ImmutableArray<double> all = [.. sample];
        return new(@class, quantity, unit, all.Order().ElementAt(all.Length / 2), published, tolerance, source, all, []);
    }

    /// <summary>A check of the slope of a straight line through points, by least squares.</summary>
    internal static PopulationCheck OfSlope(string @class, string quantity, string unit, (string X, string Y) axes, IReadOnlyList<(double X, double Y)> points, double published, double tolerance, string source)
    {
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        var slope = points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
        return new(@class, quantity, unit, slope, published, tolerance, source, [], [.. points]) { Axes = axes };
    }

    /// <summary>A check of one number.</summary>
    internal static PopulationCheck Of(string @class, string quantity, string unit, double measured, double published, double tolerance, string source) =>
        new(@class, quantity, unit, measured, published, tolerance, source, [], []);
}
