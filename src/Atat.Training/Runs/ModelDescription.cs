using System.Collections.Immutable;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Training.Configuration;
using Atat.Training.Data;

namespace Atat.Training.Runs;

/// <summary>What the weights mean: <c>classes.json</c>.</summary>
public sealed record ModelDescription
{
    /// <summary>Survey trained on.</summary>
    public required string Survey { get; init; }

    /// <summary>Rows of the taxonomy; the order of first appearance of the classes is the order of the outputs.</summary>
    public required ImmutableArray<TaxonomyEntry> Taxonomy { get; init; }

    /// <summary>Passbands in the network's order.</summary>
    public required ImmutableArray<Passband> Passbands { get; init; }

    /// <summary>Unit of brightness.</summary>
    public required BrightnessUnit Unit { get; init; }

    /// <summary>Magnitude of unit flux; null where it means nothing.</summary>
    public required double? ZeroPoint { get; init; }

    /// <summary>Metadata columns in the network's order.</summary>
    public required ImmutableArray<string> Metadata { get; init; }

    /// <summary>How brightness becomes an input.</summary>
    public required InputScaling Scaling { get; init; }

    /// <summary>Whether every part has its name: a file that was edited may lack some.</summary>
    internal bool IsWhole =>
        !Taxonomy.IsDefault && !Passbands.IsDefault && !Metadata.IsDefault
        && Taxonomy.All(t => t is { Label: not null, Class: not null }) && Passbands.All(p => p is { Name: not null }) && Metadata.All(m => m is not null);

    /// <summary>Class names in the order of the outputs.</summary>
    public ImmutableArray<string> Classes() => new Taxonomy(Taxonomy).Classes;

    /// <summary>The network's architecture under a configuration.</summary>
    public AtatArchitecture Architecture(TrainingConfig config) => new()
    {
        Classes = Classes().Length,
        Bands = Passbands.Length,
        TabularColumns = Metadata.Length,
        LightCurve = config.Inputs.Contains("lc", StringComparer.Ordinal) ? config.Network.LightCurve : null,
        Tabular = Metadata.Length > 0 ? config.Network.Tabular : null,
        Inputs = config.Network.Inputs,
        Positional = config.Network.Positional,
        Harmonics = config.Network.Harmonics,
        FirstHarmonic = config.Network.FirstHarmonic,
        Period = config.Network.Period,
        Dropout = config.Network.Dropout,
        AttentionDropout = config.Network.AttentionDropout,
        Initialisation = config.Network.Initialisation,
    };

    /// <summary>The network's band of each band of a catalog.</summary>
    /// <exception cref="InputException">The catalog has a band that the network does not know, or another unit.</exception>
    public byte[] BandMap(CatalogSchema schema)
    {
        if (schema.Unit != Unit || (ZeroPoint is { } zeroPoint && double.IsFinite(schema.ZeroPoint) && Math.Abs(schema.ZeroPoint - zeroPoint) > 1e-6))
        {
            throw new InputException($"The network reads {Unit} of zero point {ZeroPoint}, the catalog has {schema.Unit} of zero point {schema.ZeroPoint}; convert it first.");
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

            throw new InputException($"The catalog has the band '{b.Name}', the network knows {string.Join(' ', Passbands.Select(p => p.Name))} only.");
        })];
    }
}
