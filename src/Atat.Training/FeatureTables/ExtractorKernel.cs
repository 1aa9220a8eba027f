using System.Collections.Immutable;
using Atat.Features;
using Atat.LightCurves;

namespace Atat.Training.FeatureTables;

/// <summary>Computes with a <see cref="FeatureExtractor"/>.</summary>
internal sealed class ExtractorKernel(FeatureExtractor extractor) : IFeatureKernel
{
    /// <inheritdoc/>
    public ImmutableArray<string> Names { get; } = [.. extractor.Columns.Select(c => c.Name)];

    /// <inheritdoc/>
    public void Compute(AstroObject item, double day, Span<double> values) => extractor.Compute(item, day, values);
}
