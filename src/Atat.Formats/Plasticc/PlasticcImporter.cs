using System.Collections.Immutable;
using Atat.Formats.Csv;
using Atat.LightCurves;

namespace Atat.Formats.Plasticc;

/// <summary>
/// Reads the tables of the PLAsTiCC challenge (The PLAsTiCC team 2018; Kessler et al. 2019), as Kaggle and as Zenodo publish them: the
/// latter add <c>_bool</c> to two names, and the truth of the test set. Fluxes are FLUXCAL, bands are the numbers 0 to 5.
/// </summary>
public static class PlasticcImporter
{
    private const double ZeroPoint = 27.5;

    private static readonly ImmutableArray<string> Missing = ["", "nan", "-9"];

    private static readonly ImmutableArray<Passband> Bands =
        [.. "ugrizY".Select(c => KnownPassbands.Named(c.ToString()))];

    /// <summary>Settles what an import will read; each light-curve table is a part of it, with the objects that it observes.</summary>
    /// <exception cref="InputException">A table cannot be read or is not PLAsTiCC's; names file, row and column.</exception>
    public static ImportPlan Plan(PlasticcImportOptions options)
    {
        if (options.LightCurves.IsEmpty)
        {
            throw new InputException($"{options.Metadata}: no light-curve table is given with it; name at least one.");
        }

        var objects = Header(options.Metadata);
        var label = objects.Contains("true_target") ? "true_target" : objects.Contains("target") ? "target" : null;
        var columns = Metadata(objects);
        var schema = new CatalogSchema("PLAsTiCC", Bands, BrightnessUnit.Flux, ZeroPoint, columns, Taxonomies.Present(Taxonomies.Plasticc, Labels(options.Metadata, label)));
        return new ImportPlan(schema, [.. options.LightCurves.Select(path => new ImportPart(path, [options.Metadata, path], $"{options.LeaveUnknownObjectsOut}", cancellation => Read(options, path, label, schema, cancellation)))]);
    }

    private static Catalog Read(PlasticcImportOptions options, string path, string? label, CatalogSchema schema, CancellationToken cancellation) => CsvImporter.Read(new CsvImportOptions
    {
        Objects = options.Metadata,
        LightCurves = path,
        OnlyObserved = true,
        Survey = schema.Survey,
        Band = "passband",
        Detected = Header(path).Contains("detected_bool") ? "detected_bool" : "detected",
        RightAscension = "ra",
        Declination = "decl",
        Label = label,
        Metadata = schema.Metadata,
        Missing = Missing,
        Passbands = [.. Enumerable.Range(0, Bands.Length).Select(b => new Passband($"{b}", double.NaN))],
        Taxonomy = schema.Taxonomy,
        ZeroPoint = ZeroPoint,
        LeaveUnknownObjectsOut = options.LeaveUnknownObjectsOut,
    }, progress: null, cancellation).Catalog.WithSchema(schema);

    private static SortedSet<string> Labels(string path, string? label)
    {
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        if (label is null)
        {
            return labels;
        }

        using var table = new CsvTable(path, ',');
        var column = table.Find(label);
        var missing = new MissingValues(Missing);
        while (table.Read())
        {
            if (missing.Contains(table.Bytes(column)))
            {
                continue;
            }

            var text = table.Text(column);
            if (labels.Add(text) && Taxonomies.Plasticc.ClassOf(text) < 0)
            {
                throw table.Wrong(column, $"is no model of PLAsTiCC, which has {string.Join(", ", Taxonomies.Plasticc.Entries.Select(e => e.Label))}");
            }
        }

        return labels;
    }

    private static ImmutableArray<string> Header(string path)
    {
        using var table = new CsvTable(path, ',');
        return table.Columns;
    }

    // Nothing that begins with true_ or tflux_, and not the distance modulus, which repeats the photometric redshift.
    private static ImmutableArray<MetadataColumn> Metadata(ImmutableArray<string> columns) =>
    [
        new(columns.Contains("ddf_bool") ? "ddf_bool" : "ddf"),
        new("hostgal_specz"),
        new("hostgal_photoz", MetadataRole.Redshift),
        new("hostgal_photoz_err", MetadataRole.RedshiftError),
        new("mwebv", MetadataRole.MilkyWayReddening),
    ];
}
