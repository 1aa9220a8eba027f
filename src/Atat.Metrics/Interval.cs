namespace Atat.Metrics;

/// <summary>An estimate with the interval around it.</summary>
/// <param name="Estimate">The score of the sample itself.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Estimate, double Low, double High)
{
    /// <summary>Half the interval's width: the number after ±.</summary>
    public double HalfWidth => (High - Low) / 2;
}
