namespace Atat.Forests;

/// <summary>How many features are tried at each split.</summary>
public readonly record struct FeatureSampling
{
    private readonly double share;

    private FeatureSampling(double share) => this.share = share;

    /// <summary>As many as the square root of their number, rounded down (Breiman 2001, and scikit-learn's default).</summary>
    public static FeatureSampling SquareRoot => default;

    /// <summary>A fraction of all features, rounded down, at least one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not above 0 and at most 1.</exception>
    public static FeatureSampling Fraction(double fraction) =>
        fraction is > 0 and <= 1 ? new FeatureSampling(fraction) : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction of the features is above 0 and at most 1.");

    /// <summary>How many of some features are tried.</summary>
    public int Of(int features) => Math.Clamp((int)(share > 0 ? share * features : Math.Sqrt(features)), Math.Min(1, features), features);

    /// <inheritdoc/>
    public override string ToString() => share > 0 ? FormattableString.Invariant($"{share}") : "sqrt";
}
