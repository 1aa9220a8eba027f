namespace Atat.Features;

/// <summary>One passband's observations of one object, sorted by time; a view, all spans equally long.</summary>
/// <param name="time">Days, ascending.</param>
/// <param name="flux">Flux or magnitude.</param>
/// <param name="error">One standard deviation of it.</param>
public readonly ref struct BandSeries(ReadOnlySpan<double> time, ReadOnlySpan<double> flux, ReadOnlySpan<double> error)
{
    /// <summary>Times in days, ascending.</summary>
    public ReadOnlySpan<double> Time { get; } = time;

    /// <summary>Flux, or magnitude in a survey of magnitudes.</summary>
    public ReadOnlySpan<double> Flux { get; } = flux;

    /// <summary>One standard deviation of <see cref="Flux"/>.</summary>
    public ReadOnlySpan<double> Error { get; } = error;

    /// <summary>Number of observations.</summary>
    public int Length => Time.Length;
}
