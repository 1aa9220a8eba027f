using System.Collections.Immutable;

namespace Atat.LightCurves;

/// <summary>What all objects of a catalog have in common.</summary>
/// <param name="Survey">Name of the survey or sample.</param>
/// <param name="Passbands">Passbands; an observation's band is an index into this list (at most 255).</param>
/// <param name="Unit">Whether brightness is a flux or a magnitude.</param>
/// <param name="ZeroPoint">Magnitude of unit flux (27.5 for FLUXCAL); NaN where it means nothing.</param>
/// <param name="Metadata">Columns that the survey gives for each object.</param>
/// <param name="Taxonomy">Classes of the labels.</param>
public sealed record CatalogSchema(
    string Survey,
    ImmutableArray<Passband> Passbands,
    BrightnessUnit Unit,
    double ZeroPoint,
    ImmutableArray<MetadataColumn> Metadata,
    Taxonomy Taxonomy)
{
    /// <summary>Index of a passband by its exact name, or -1.</summary>
    public int BandIndex(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Passbands.Length; i++)
        {
            if (name.SequenceEqual(Passbands[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of the first metadata column with a role, or -1.</summary>
    public int MetadataIndex(MetadataRole role)
    {
        for (var i = 0; i < Metadata.Length; i++)
        {
            if (Metadata[i].Role == role)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of a metadata column by its exact name, or -1.</summary>
    public int MetadataIndex(string name)
    {
        for (var i = 0; i < Metadata.Length; i++)
        {
            if (string.Equals(Metadata[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
