using System.Globalization;
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

    /// <summary>Reads all pairs of files of a source.</summary>
    /// <param name="options">Which files, and what their parts mean.</param>
    /// <param name="progress">Told how many of the files are read, from 0 to 1.</param>
    /// <returns>The catalog, in the order of the files' paths, and what was done to make it.</returns>
    /// <exception cref="InputException">A file cannot be read or does not hold what it should; names file, row and column.</exception>
    public static (Catalog Catalog, ImportReport Report) Read(SnanaImportOptions options, IProgress<double>? progress = null)
    {
        var pairs = SnanaPair.Find(options.Source);
        var plan = SnanaPlan.Make(options, pairs);
        var schema = new CatalogSchema(plan.Survey, plan.Passbands, BrightnessUnit.Flux, ZeroPoint, plan.Metadata, options.Taxonomy ?? Taxonomy.Empty);
        var builder = new CatalogBuilder(schema);
        var places = new Dictionary<string, (string File, long Row)>(StringComparer.Ordinal);
        var done = 0;
        foreach (var (pair, head, observations, starts) in InOrder(pairs, plan))
        {
            for (var i = 0; i < head.Objects.Count; i++)
            {
                var item = head.Objects[i];
                CheckId(places, pair, item);
                builder.Add(item.Row, head.Metadata(i), observations.Slice(starts[i], (int)item.Count));
            }

            progress?.Report((double)++done / pairs.Length);
        }

        var catalog = builder.Build();
        if (options.Taxonomy is null)
        {
            catalog = catalog.WithSchema(schema with { Taxonomy = TaxonomyOf(catalog) });
        }

        return (catalog, ImportReports.Of(catalog));
    }

    // Files are read a few at a time and taken in order, so that the catalog does not depend on timing.
    private static IEnumerable<(SnanaPair Pair, SnanaHead Head, LightCurveBuffer Observations, int[] Starts)> InOrder(SnanaPair[] pairs, SnanaPlan plan)
    {
        var reading = new Queue<Task<(SnanaPair, SnanaHead, LightCurveBuffer, int[])>>();
        var next = 0;
        while (next < pairs.Length || reading.Count > 0)
        {
            while (next < pairs.Length && reading.Count < Environment.ProcessorCount)
            {
                var pair = pairs[next++];
                reading.Enqueue(Task.Run(() =>
                {
                    var head = SnanaHead.Read(pair, plan);
                    var (observations, starts) = SnanaPhot.Read(pair, head, plan);
                    return (pair, head, observations, starts);
                }));
            }

            yield return reading.Dequeue().GetAwaiter().GetResult();
        }
    }

    private static void CheckId(Dictionary<string, (string File, long Row)> places, SnanaPair pair, SnanaObject item)
    {
        if (!places.TryAdd(item.Row.Id, (pair.Head, item.HeadRow)))
        {
            var (file, row) = places[item.Row.Id];
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{pair.Head} row {item.HeadRow:N0}: SNID '{item.Row.Id}' stands already in {file} row {row:N0}; choose to put the label into identifiers, or import the folders one by one."));
        }
    }

    private static Taxonomy TaxonomyOf(Catalog catalog)
    {
        var labels = catalog.Labels.ToArray().OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        Taxonomy[] known = [Taxonomies.Elasticc, Taxonomies.Elasticc2];
        var fitting = known.FirstOrDefault(taxonomy => labels.All(label => taxonomy.ClassOf(label) >= 0)) ?? Taxonomy.Flat(labels);

        // A class without any object could be neither trained nor measured.
        var present = labels.Select(label => fitting.Classes[fitting.ClassOf(label)]).ToHashSet(StringComparer.Ordinal);
        return new Taxonomy(fitting.Entries.Where(entry => present.Contains(entry.Class)));
    }
}
