using System.Collections.Immutable;
using Atat.LightCurves;
using Atat.Training.Batches;

namespace Atat.Training.Data;

/// <summary>Where redshifts and their errors stand, in the catalog and among the network's columns.</summary>
public sealed class RedshiftColumns
{
    // Of host galaxies, as SNANA names them; the object's own have roles.
    private static readonly ImmutableArray<string> HostNames = ["PHOTOZ", "SPECZ", "ZPHOT"];

    private readonly int redshift;
    private readonly int error;
    private readonly int input;
    private readonly ImmutableArray<(int Column, int Input, bool IsError)> moved;

    private RedshiftColumns(int redshift, int error, int input, ImmutableArray<(int Column, int Input, bool IsError)> moved) =>
        (this.redshift, this.error, this.input, this.moved) = (redshift, error, input, moved);

    /// <summary>Finds the columns; null where no column has the role of the redshift.</summary>
    public static RedshiftColumns? Find(CatalogSchema schema, MetadataTransformation metadata)
    {
        var own = schema.MetadataIndex(MetadataRole.Redshift);
        return own < 0 ? null : new RedshiftColumns(
            own,
            schema.MetadataIndex(MetadataRole.RedshiftError),
            metadata.Columns.IndexOf(schema.Metadata[own].Name),
            [
                .. metadata.Columns.Select((name, k) => (Column: schema.MetadataIndex(name), Input: k))
                    .Where(c => c.Column >= 0 && IsRedshift(schema.Metadata[c.Column]))
                    .Select(c => (c.Column, c.Input, IsError(schema.Metadata[c.Column]))),
            ]);
    }

    /// <summary>Redshift of an object; NaN where it is missing.</summary>
    public double Of(Catalog catalog, int index) => catalog[index].Metadata[redshift];

    /// <summary>Moves the redshifts in a network's row of an object.</summary>
    internal void Move(ModelInputs inputs, int index, RedshiftShift shift, Span<float> row)
    {
        var metadata = inputs.Catalog[index].Metadata;
        foreach (var (column, place, isError) in moved)
        {
            row[place] = (float)inputs.Metadata.Transformations[place].Transform(isError ? shift.RedshiftError(metadata[column]) : shift.Redshift(metadata[column]));
        }
    }

    /// <summary>Adds noise to the redshift in a network's row of an object, where it reads one whose error is known.</summary>
    /// <param name="inputs">The objects.</param>
    /// <param name="index">One of them.</param>
    /// <param name="shift">How far it is moved beside.</param>
    /// <param name="normal">Draws in units of the error; asked where there is something to add to.</param>
    /// <param name="row">The row.</param>
    internal void Blur(ModelInputs inputs, int index, RedshiftShift shift, Func<double> normal, Span<float> row)
    {
        if (input < 0 || error < 0)
        {
            return;
        }

        var metadata = inputs.Catalog[index].Metadata;
        var (value, deviation) = (shift.Redshift(metadata[redshift]), shift.RedshiftError(metadata[error]));
        if (float.IsFinite(value) && float.IsFinite(deviation))
        {
            row[input] = (float)inputs.Metadata.Transformations[input].Transform(value + (deviation * normal()));
        }
    }

    private static bool IsRedshift(MetadataColumn column) =>
        column.Role is MetadataRole.Redshift or MetadataRole.RedshiftError || HostNames.Any(n => column.Name.Contains(n, StringComparison.OrdinalIgnoreCase));

    private static bool IsError(MetadataColumn column) =>
        column.Role == MetadataRole.RedshiftError || column.Name.EndsWith("_ERR", StringComparison.OrdinalIgnoreCase);
}
