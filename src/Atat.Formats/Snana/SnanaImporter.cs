using System.Globalization;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>
/// Reads SNANA's simulated and real surveys (Kessler et al. 2009): pairs of FITS files, HEAD with one row an object and PHOT with one row
/// an observation. Flux is FLUXCAL (zero point 27.5); PHOTFLAG tells detections and saturated observations.
/// </summary>
public static class SnanaImporter
{
    /// <summary>Magnitude of FLUXCAL = 1.</summary>
    public const double ZeroPoint = 27.5;

    /// <summary>Reads all files of a source into memory.</summary>
    /// <param name="options">Which files, and what their parts mean.</param>
    /// <param name="progress">Told how many of the files are read, from 0 to 1.</param>
    /// <returns>The catalog, in the order of the files' paths, and what was done to make it.</returns>
    /// <exception cref="InputException">A file cannot be read or does not hold what it should; names file, row and column.</exception>
    public static (Catalog Catalog, ImportReport Report) Read(SnanaImportOptions options, IProgress<double>? progress = null)
    {
        var plan = Plan(options);
        var builder = new CatalogBuilder(plan.Schema);
        var places = new ImportedObjects();
        var reports = new List<ImportReport>();
        foreach (var (part, catalog) in Ordered.Select(plan.Parts, part => (part, part.Read(CancellationToken.None))))
        {
            places.Add(part.Name, catalog.Ids);
            builder.Add(catalog);
            reports.Add(ImportReports.Of(catalog));
            progress?.Report((double)reports.Count / plan.Parts.Length);
        }

        return (builder.Build(), ImportReports.Sum(reports));
    }

    /// <summary>Settles what an import will read, from the headers and labels of all files; each pair of FITS files is a part of it.</summary>
    /// <exception cref="InputException">A file cannot be read, or the files are not of one survey.</exception>
    public static ImportPlan Plan(SnanaImportOptions options)
    {
        var texts = SnanaText.Find(options.Source);
        var pairs = texts.Length > 0 ? [] : SnanaPair.Find(options.Source);
        var plan = texts.Length > 0 ? SnanaText.Plan(options, texts) : SnanaPlan.Make(options, pairs);
        var schema = new CatalogSchema(plan.Survey, plan.Passbands, BrightnessUnit.Flux, ZeroPoint, plan.Metadata, options.Taxonomy ?? TaxonomyOf(plan.Labels));
        return new ImportPlan(schema, texts.Length > 0
            ? [.. texts.Chunk(SnanaText.FilesAtOnce).Select(files => new ImportPart(files[0], [.. files], $"{options}", _ => SnanaText.Read(plan, schema, files)))]
            : [.. pairs.Select(pair => new ImportPart(pair.Head, [pair.Head, pair.Phot], $"{options}", _ => ReadPair(pair, plan, schema)))]);
    }

    private static Catalog ReadPair(SnanaPair pair, SnanaPlan plan, CatalogSchema schema)
    {
        var head = SnanaHead.Read(pair, plan);
        var (observations, starts) = SnanaPhot.Read(pair, head, plan);
        var builder = new CatalogBuilder(schema);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < head.Objects.Count; i++)
        {
            var item = head.Objects[i];
            if (!rows.TryAdd(item.Row.Id, item.HeadRow))
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{pair.Head} row {item.HeadRow:N0}: SNID '{item.Row.Id}' stands already in {pair.Head} row {rows[item.Row.Id]:N0}; choose to put the label into identifiers, or import the folders one by one."));
            }

            builder.Add(item.Row, head.Metadata(i), observations.Slice(starts[i], (int)item.Count));
        }

        return builder.Build();
    }

    private static Taxonomy TaxonomyOf(IReadOnlySet<string> labels)
    {
        Taxonomy[] known = [Taxonomies.Elasticc, Taxonomies.Elasticc2];
        var fitting = known.FirstOrDefault(taxonomy => labels.All(label => taxonomy.ClassOf(label) >= 0)) ?? Taxonomy.Flat(labels);
        return Taxonomies.Present(fitting, labels);
    }
}
