using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>
/// A catalog on disk: Parquet, one row an object, list columns for its observations, so that pandas, polars and DuckDB read it as it is.
/// Columns: <c>object_id</c>, <c>label</c>, <c>ra</c>, <c>dec</c>, <c>partition</c>, <c>fold</c>, one per metadata column, <c>mjd</c>,
/// <c>band</c>, <c>flux</c>, <c>flux_err</c>, <c>detected</c>, <c>saturated</c>. The schema is JSON in the file's metadata under <c>atat.schema</c>.
/// </summary>
public static class CatalogFile
{
    internal const string SchemaKey = "atat.schema";
    private const int LeastBatch = 1024;
    private const int MostBatch = 20_000;

    /// <summary>Names of the columns before the metadata.</summary>
    internal static readonly string[] ObjectColumns = ["object_id", "label", "ra", "dec", "partition", "fold"];

    /// <summary>Names of the list columns, one element an observation.</summary>
    internal static readonly string[] ObservationColumns = ["mjd", "band", "flux", "flux_err", "detected", "saturated"];

    /// <summary>Writes a catalog, beside its place first, then renamed.</summary>
    /// <param name="path">Where it shall be; its folder is made where needed.</param>
    /// <param name="catalog">Catalog.</param>
    /// <param name="progress">Told how much is written, from 0 to 1.</param>
    /// <exception cref="InputException">A metadata column has the name of a column of every catalog.</exception>
    public static void Write(string path, Catalog catalog, IProgress<double>? progress = null) =>
        CatalogWriter.Write(path, catalog.Schema, [catalog], progress);

    /// <summary>Writes a catalog that is made part by part, beside its place first, then renamed; holds one part at a time.</summary>
    /// <param name="path">Where it shall be; its folder is made where needed.</param>
    /// <param name="schema">What all parts have in common.</param>
    /// <param name="parts">Parts in order; the caller sees to it that no identifier stands in two of them.</param>
    /// <exception cref="InputException">A metadata column has the name of a column of every catalog.</exception>
    public static void Write(string path, CatalogSchema schema, IEnumerable<Catalog> parts) =>
        CatalogWriter.Write(path, schema, parts, null);

    /// <summary>Reads a catalog.</summary>
    /// <param name="path">File.</param>
    /// <param name="progress">Told how much is read, from 0 to 1.</param>
    /// <exception cref="InputException">The file is no catalog or is damaged; names row and column.</exception>
    public static Catalog Read(string path, IProgress<double>? progress = null)
    {
        using var input = new ParquetInput(path);
        return new CatalogReader(input).Read(progress);
    }

    /// <summary>Reads what all objects of a catalog have in common, and nothing else.</summary>
    /// <param name="path">File.</param>
    /// <returns>The schema, and the number of objects.</returns>
    /// <exception cref="InputException">The file is no catalog.</exception>
    public static (CatalogSchema Schema, long Objects) ReadSchema(string path)
    {
        using var input = new ParquetInput(path);
        return (new CatalogReader(input).Schema, input.RowCount);
    }

    /// <summary>Reads a catalog part by part, holding one at a time and the identifiers of all, which are unique as in <see cref="Read"/>.</summary>
    /// <param name="path">File.</param>
    /// <param name="objectsPerPart">Objects of each part; the last may have fewer.</param>
    /// <returns>The parts in order; none where there are no objects. The file is open while they are read.</returns>
    /// <exception cref="InputException">The file is no catalog or is damaged; names row and column.</exception>
    public static IEnumerable<Catalog> ReadParts(string path, int objectsPerPart)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(objectsPerPart);
        return Parts(path, objectsPerPart);
    }

    private static IEnumerable<Catalog> Parts(string path, int objectsPerPart)
    {
        using var input = new ParquetInput(path, Math.Clamp(objectsPerPart, LeastBatch, MostBatch));
        foreach (var part in new CatalogReader(input).ReadParts(objectsPerPart))
        {
            yield return part;
        }
    }
}
