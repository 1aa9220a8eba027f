using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Training.Configuration;

/// <summary>What a configuration's inputs mean for a catalog.</summary>
public static class RunInputs
{
    /// <summary>Whether the model reads features.</summary>
    public static bool ReadsFeatures(this IRunConfig config) => config.Inputs.Contains("feat", StringComparer.Ordinal);

    /// <summary>Metadata columns that the model reads of a catalog: those named, or else all; none without metadata as input.</summary>
    /// <exception cref="InputException">Metadata are an input, and the catalog has none.</exception>
    public static ImmutableArray<string> MetadataColumns(this IRunConfig config, CatalogSchema schema) =>
        !config.Inputs.Contains("md", StringComparer.Ordinal) ? []
        : config.Data.Metadata.Length > 0 ? [.. config.Data.Metadata]
        : schema.Metadata.Length > 0 ? [.. schema.Metadata.Select(m => m.Name)]
        : throw new InputException($"The catalog has no metadata columns; leave md out of the inputs, as in --inputs {string.Join(',', config.Inputs.Where(i => i != "md").DefaultIfEmpty("lc"))}.");
}
