namespace Atat.Features;

/// <summary>What a feature is; its page in the documentation is made from this.</summary>
/// <param name="Name">Name without its passband.</param>
/// <param name="Formula">How it is computed, in words and symbols: f flux, e error, t time, N number of points, m mean, s standard deviation.</param>
/// <param name="Unit">Unit of the value: <c>flux</c> (or mag), <c>days</c>, <c>1</c> …</param>
/// <param name="MinimumPoints">Fewest points of the band (or object) with which it is defined.</param>
/// <param name="Undefined">When it is undefined beyond too few points, and what it is then.</param>
public sealed record FeatureDefinition(string Name, string Formula, string Unit, int MinimumPoints, string Undefined = "NaN");
