using System.Collections.Immutable;

namespace Atat.Training.Representation.Data;

/// <summary>A data set of the representation study.</summary>
/// <param name="Name">Name, as <c>syn-a</c>.</param>
/// <param name="Classes">Names of the classes.</param>
/// <param name="Bands">Names of the bands.</param>
/// <param name="Training">What autoencoders and probes are trained on.</param>
/// <param name="Validation">What stops fine-tuning; not trained on.</param>
/// <param name="Test">What scores are of.</param>
public sealed record SeriesData(string Name, ImmutableArray<string> Classes, ImmutableArray<string> Bands, SeriesSet Training, SeriesSet Validation, SeriesSet Test)
{
    /// <summary>Whether observations have variances, so that the cross-entropy (equation 3.4) can be taken.</summary>
    public bool HasVariances => Training.Variances.Length > 0;
}
