using System.Collections.Immutable;
using Atat.Formats.FeatureTables;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Training.Configuration;
using Atat.Training.Data;

namespace Atat.Training.Runs;

/// <summary>What a model reads and tells: <c>classes.json</c>.</summary>
public sealed record ModelDescription
{
    /// <summary>Survey trained on.</summary>
    public required string Survey { get; init; }

    /// <summary>Rows of the taxonomy; the order of first appearance of the classes is the order of the outputs.</summary>
    public required ImmutableArray<TaxonomyEntry> Taxonomy { get; init; }

    /// <summary>Passbands in the model's order.</summary>
    public required ImmutableArray<Passband> Passbands { get; init; }

    /// <summary>Unit of brightness.</summary>
    public required BrightnessUnit Unit { get; init; }

    /// <summary>Magnitude of unit flux; null where it means nothing.</summary>
    public required double? ZeroPoint { get; init; }

    /// <summary>Metadata columns in the model's order.</summary>
    public required ImmutableArray<string> Metadata { get; init; }

    /// <summary>Features in the model's order, behind the metadata, and how they were computed; null without features.</summary>
    public FeatureSet? Features { get; init; }

    /// <summary>How brightness becomes an input.</summary>
    public required InputScaling Scaling { get; init; }

    /// <summary>Whether every part has its name: a file that was edited may lack some.</summary>
    internal bool IsWhole =>
        !Taxonomy.IsDefault && !Passbands.IsDefault && !Metadata.IsDefault
        && Taxonomy.All(t => t is { Label: not null, Class: not null }) && Passbands.All(p => p is { Name: not null }) && Metadata.All(m => m is not null)
        && Features is not { Features.IsDefault: true } && Features?.Features.All(f => f is not null) != false;

    /// <summary>Number of tabular columns: metadata, then features.</summary>
    internal int TabularColumns => Metadata.Length + (Features?.Features.Length ?? 0);

    /// <summary>The description of a model that is trained on a catalog.</summary>
    /// <param name="schema">The catalog's schema.</param>
    /// <param name="metadata">Metadata columns that the model reads.</param>
    /// <param name="features">Features that it reads; null for none.</param>
    /// <param name="scaling">How brightness becomes an input.</param>
    internal static ModelDescription Of(CatalogSchema schema, ImmutableArray<string> metadata, FeatureSet? features, InputScaling scaling) => new()
    {
        Survey = schema.Survey,
        Taxonomy = schema.Taxonomy.Entries,
        Passbands = schema.Passbands,
        Unit = schema.Unit,
        ZeroPoint = double.IsFinite(schema.ZeroPoint) ? schema.ZeroPoint : null,
        Metadata = metadata,
        Features = features,
        Scaling = scaling,
    };

    /// <summary>Class names in the order of the outputs.</summary>
    public ImmutableArray<string> Classes() => new Taxonomy(Taxonomy).Classes;

    /// <summary>Names of the tabular columns: metadata, then features.</summary>
    internal ImmutableArray<string> Columns() => [.. Metadata, .. Features?.Features ?? []];

    /// <summary>The network's architecture under a configuration.</summary>
    public AtatArchitecture Architecture(TrainingConfig config) => new()
    {
        Classes = Classes().Length,
        Bands = Passbands.Length,
        TabularColumns = TabularColumns,
        LightCurve = config.Inputs.Contains("lc", StringComparer.Ordinal) ? config.Network.LightCurve : null,
        Tabular = TabularColumns > 0 && config.Network.TabularTokens == TabularPlacement.Branch ? config.Network.Tabular : null,
        TabularTokens = config.Network.TabularTokens,
        Inputs = config.Network.Inputs,
        Positional = config.Network.Positional,
        Harmonics = config.Network.Harmonics,
        FirstHarmonic = config.Network.FirstHarmonic,
        Period = config.Network.Period,
        Dropout = config.Network.Dropout,
        AttentionDropout = config.Network.AttentionDropout,
        Initialisation = config.Network.Initialisation,
    };

    /// <summary>The model's band of each band of a catalog.</summary>
    /// <exception cref="InputException">The catalog has a band that the model does not know, or another unit.</exception>
    public byte[] BandMap(CatalogSchema schema)
    {
        if (schema.Unit != Unit || (ZeroPoint is { } zeroPoint && double.IsFinite(schema.ZeroPoint) && Math.Abs(schema.ZeroPoint - zeroPoint) > 1e-6))
        {
            throw new InputException($"The model reads {Unit} of zero point {ZeroPoint}, the catalog has {schema.Unit} of zero point {schema.ZeroPoint}; convert it first.");
        }

        return [.. schema.Passbands.Select(b =>
        {
            for (var i = 0; i < Passbands.Length; i++)
            {
                if (string.Equals(Passbands[i].Name, b.Name, StringComparison.Ordinal))
                {
                    return (byte)i;
                }
            }

            throw new InputException($"The catalog has the band '{b.Name}', the model knows {string.Join(' ', Passbands.Select(p => p.Name))} only.");
        })];
    }
}
