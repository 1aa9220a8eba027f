using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>Reads a survey's delimited tables into a catalog.</summary>
public static class CsvImporter
{
    private const string OnlyBand = "band";

    /// <summary>Reads the tables.</summary>
    /// <param name="options">Where the tables are and what their columns are called.</param>
    /// <param name="progress">Told how much of the light-curve table has been read, from 0 to 1.</param>
    /// <returns>The catalog, its objects in the order of the table, and what was done to make it.</returns>
    /// <param name="cancellation">Stops between rows.</param>
    /// <exception cref="InputException">A table cannot be read or does not hold what the options say; names file, row and column.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (Catalog Catalog, ImportReport Report) Read(CsvImportOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        Check(options);
        var objects = CsvObjects.Read(options);
        var observations = CsvObservations.Read(options, objects, progress, cancellation);
        var schema = new CatalogSchema(
            options.Survey,
            Passbands(options, observations),
            options.Unit,
            options.ZeroPoint,
            options.Metadata,
            options.Taxonomy ?? TaxonomyOf(options, objects));
        var catalog = Pack(schema, objects, observations, options.OnlyObserved);
        return (catalog, ImportReports.Of(catalog,
            new ImportNote("light-curve rows of objects that the table of objects does not have, left out", observations.UnknownCount),
            new ImportNote("light-curve rows without a flux or error, left out", observations.MissingCount)));
    }

    private static void Check(CsvImportOptions options)
    {
        if (!char.IsAscii(options.Delimiter) || options.Delimiter is '"' or '\n' or '\r')
        {
            throw new InputException($"Delimiter '{options.Delimiter}': must be an ASCII character that is neither a quote nor a line end.");
        }

        if (options.Band is null && options.Passbands.Length > 1)
        {
            throw new InputException($"{options.Passbands.Length} passbands, but no column names an observation's; name that column, or give one passband.");
        }

        if (options.Passbands.Length > byte.MaxValue)
        {
            throw new InputException($"{options.Passbands.Length} passbands; a survey can have {byte.MaxValue}.");
        }

        foreach (var twice in options.Metadata.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            throw new InputException($"Metadata column '{twice.Key}' is named twice; name it once.");
        }
    }

    private static ImmutableArray<Passband> Passbands(CsvImportOptions options, CsvObservations observations) =>
        !options.Passbands.IsEmpty ? options.Passbands
        : options.Band is null ? [KnownPassbands.Named(OnlyBand)]
        : [.. KnownPassbands.InOrder(observations.Bands)];

    private static Taxonomy TaxonomyOf(CsvImportOptions options, CsvObjects objects) =>
        options.Class is not null
            ? new Taxonomy(objects.Entries)
            : Taxonomy.Flat(objects.Rows.Select(row => row.Label).OfType<string>());

    // Counting sort by object: keeps the order of the file within an object.
    private static Catalog Pack(CatalogSchema schema, CsvObjects objects, CsvObservations observations, bool onlyObserved)
    {
        var places = new int[objects.Count + 1];
        foreach (var owner in observations.Object)
        {
            places[owner + 1]++;
        }

        for (var i = 0; i < objects.Count; i++)
        {
            places[i + 1] += places[i];
        }

        var bandMap = observations.Bands.Select(name => (byte)Math.Max(0, schema.BandIndex(name))).ToArray();
        var order = Order(observations.Object, places);
        var builder = new CatalogBuilder(schema);
        var buffer = new LightCurveBuffer();
        for (var i = 0; i < objects.Count; i++)
        {
            if (onlyObserved && places[i] == places[i + 1])
            {
                continue;
            }

            buffer.Clear();
            foreach (var at in order.AsSpan(places[i]..places[i + 1]))
            {
                buffer.Add(
                    observations.Mjd[at],
                    observations.Flux[at],
                    observations.FluxError[at],
                    bandMap.Length == 0 ? (byte)0 : bandMap[observations.Band[at]],
                    observations.Detected[at],
                    observations.Saturated[at]);
            }

            builder.Add(objects.Rows[i], objects.Metadata(i), buffer.LightCurve);
        }

        return builder.Build();
    }

    private static int[] Order(List<int> owners, int[] places)
    {
        var next = places.ToArray();
        var order = new int[owners.Count];
        var span = CollectionsMarshal.AsSpan(owners);
        for (var i = 0; i < span.Length; i++)
        {
            order[next[span[i]]++] = i;
        }

        return order;
    }
}
