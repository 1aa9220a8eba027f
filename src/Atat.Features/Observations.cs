namespace Atat.Features;

/// <summary>One object's observations in double precision, in any order; all spans equally long.</summary>
public readonly ref struct Observations
{
    /// <summary>Times in days; finite.</summary>
    public required ReadOnlySpan<double> Time { get; init; }

    /// <summary>Flux or magnitude; NaN where it is missing.</summary>
    public required ReadOnlySpan<double> Flux { get; init; }

    /// <summary>One standard deviation of <see cref="Flux"/>; NaN where it is missing.</summary>
    public required ReadOnlySpan<double> Error { get; init; }

    /// <summary>Index into the survey's passbands.</summary>
    public required ReadOnlySpan<byte> Band { get; init; }

    /// <summary>Whether the survey flags a detection.</summary>
    public required ReadOnlySpan<bool> Detected { get; init; }

    /// <summary>Number of observations.</summary>
    public int Length => Time.Length;
}
