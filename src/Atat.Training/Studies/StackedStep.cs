using System.Collections.Immutable;
using Atat.Formats.Predictions;

namespace Atat.Training.Studies;

/// <summary>Boosted trees on what networks tell and some features.</summary>
/// <param name="Name">What stands beside the networks' answer: a family, all features, or the best of them.</param>
/// <param name="Features">The features.</param>
/// <param name="Predictions">Of the test objects at all days.</param>
public sealed record StackedStep(string Name, ImmutableArray<string> Features, PredictionTable Predictions)
{
    /// <summary>Whether the features stand in the order of their gain, the most important first.</summary>
    public bool IsRanked { get; init; }
}
