using Atat.LightCurves;

namespace Atat.Training.Data;

/// <summary>Where the redshift and its error stand: in the catalog, and the redshift among the network's columns.</summary>
/// <param name="Redshift">Catalog column of the redshift.</param>
/// <param name="Error">Catalog column of its error.</param>
/// <param name="Input">Network column of the redshift.</param>
public sealed record RedshiftColumns(int Redshift, int Error, int Input)
{
    /// <summary>Finds the columns by their roles; null where one is missing or the network does not read the redshift.</summary>
    public static RedshiftColumns? Find(CatalogSchema schema, MetadataTransformation metadata)
    {
        var (redshift, error) = (schema.MetadataIndex(MetadataRole.Redshift), schema.MetadataIndex(MetadataRole.RedshiftError));
        var input = redshift < 0 ? -1 : metadata.Columns.IndexOf(schema.Metadata[redshift].Name);
        return error < 0 || input < 0 ? null : new RedshiftColumns(redshift, error, input);
    }
}
