using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Data;

/// <summary>Features of a catalog's objects at days after their first detection: out of a table, or computed when asked for.</summary>
public sealed class FeatureSource
{
    private readonly string path;
    private readonly FeatureTable? table;
    private readonly double[] days = [];
    private readonly ConcurrentDictionary<double, Dictionary<string, int>> rowsAt = new();
    private readonly ConcurrentBag<FeatureExtractor> idle = [];
    private readonly CatalogSchema? schema;
    private readonly int[] places = [];

    private FeatureSource(string path, FeatureTable table)
    {
        this.path = path;
        this.table = table;
        days = table.DistinctDays();
        Set = table.Set;
    }

    private FeatureSource(CatalogSchema schema, FeatureSet set)
    {
        path = "";
        this.schema = schema;
        Set = set;
        var extractor = new FeatureExtractor(schema, Settings(set));
        idle.Add(extractor);
        string[] names = [.. extractor.Columns.Select(c => c.Name)];
        places = [.. set.Features.Select(f => Array.IndexOf(names, f) is var place and >= 0
            ? place
            : throw new InputException($"The model reads the feature '{f}', which is not computed for the catalog's bands{NearestName.Hint(f, names)}"))];
    }

    /// <summary>Which features, and how they were or are computed.</summary>
    public FeatureSet Set { get; }

    /// <summary>The features that a configuration names; null where the model reads none.</summary>
    /// <exception cref="InputException">No table is given, it is no feature table or damaged, or lacks a feature.</exception>
    internal static FeatureSource? ForTraining(IRunConfig config, CatalogSchema schema) =>
        !config.ReadsFeatures() ? null
        : config.Data.Features is not { Length: > 0 } file ? throw new InputException("The input feat needs a table of features: --features FILE, or data.features in the configuration.")
        : Read(file, FeatureSelection.Of(FeatureFile.ReadSet(file), schema, config.Data.FeatureColumns));

    /// <summary>The features that a trained model reads: out of a table, or computed; null where it reads none.</summary>
    /// <exception cref="InputException">A table that the model does not read, or that is damaged or lacks a feature; or the features cannot be computed.</exception>
    internal static FeatureSource? ForModel(FeatureSet? set, string? file, CatalogSchema schema) => set switch
    {
        null when file is not null => throw new InputException($"{file}: the run reads no features; leave --features out."),
        null => null,
        _ when file is null => Computed(schema, set),
        _ => Read(file, set.Features),
    };

    /// <summary>Reads a table.</summary>
    /// <param name="path">Feature table, Parquet.</param>
    /// <param name="features">Names of the features, in the order wanted; empty for all of the table.</param>
    /// <exception cref="InputException">The file is no feature table, is damaged, or has no such feature.</exception>
    public static FeatureSource Read(string path, ImmutableArray<string> features) =>
        new(path, features.IsEmpty ? FeatureFile.Read(path) : FeatureFile.Read(path, features));

    /// <summary>Computes features as they were computed for a model.</summary>
    /// <param name="schema">Schema of the catalog.</param>
    /// <param name="set">The model's features.</param>
    /// <exception cref="InputException">Another program made the model's features, or the catalog's bands do not give one of them.</exception>
    public static FeatureSource Computed(CatalogSchema schema, FeatureSet set) => set.Preset is null
        ? throw new InputException("The model reads features that another program computed; give them with --features FILE.")
        : new FeatureSource(schema, set);

    /// <summary>Values of objects at a day; NaN where a feature is undefined.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="day">Days after the first detection; from <see cref="Window.WholeLightCurve"/> on the whole light curve.</param>
    /// <returns>(rows, features), row-major.</returns>
    /// <exception cref="InputException">The table has no such object or day.</exception>
    public double[] Values(Catalog catalog, ReadOnlySpan<int> rows, double day)
    {
        var width = Set.Features.Length;
        var values = new double[rows.Length * width];
        var wanted = rows.ToArray();
        if (table is not null)
        {
            // What is missing is found before threads begin, which would wrap what they throw.
            var found = rowsAt.GetOrAdd(KnownDay(day), table.RowsAt);
            var known = Array.ConvertAll(wanted, row => RowOf(found, catalog.Ids[row], day));
            Parallel.For(0, wanted.Length, i => table.CopyRow(known[i], values.AsSpan(i * width, width)));
        }
        else
        {
            Parallel.For(0, wanted.Length, i => Compute(catalog[wanted[i]], day, values.AsSpan(i * width, width)));
        }

        return values;
    }

    /// <summary>How the features of a set are computed.</summary>
    internal static FeatureSettings Settings(FeatureSet set) => new() { Preset = FeaturePresets.Of(set.Preset), Published = set.Published };

    private void Compute(AstroObject item, double day, Span<double> values)
    {
        var extractor = idle.TryTake(out var free) ? free : new FeatureExtractor(schema!, Settings(Set));
        Span<double> all = stackalloc double[extractor.Columns.Length];
        extractor.Compute(item, day, all);
        for (var i = 0; i < places.Length; i++)
        {
            values[i] = all[places[i]];
        }

        idle.Add(extractor);
    }

    // The whole light curve stands at any day from 2048 on.
    private double KnownDay(double day)
    {
        var known = day >= Window.WholeLightCurve ? days.LastOrDefault(d => d >= Window.WholeLightCurve, double.NaN) : days.FirstOrDefault(d => d.Equals(day), double.NaN);
        return double.IsNaN(known)
            ? throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path}: no features at day {Window.Named(day)}; it has days {string.Join(", ", days)}. Compute them: atat features CATALOG --days {string.Join(',', days.Append(Window.Named(day)).Order())}."))
            : known;
    }

    private int RowOf(Dictionary<string, int> found, string id, double day) => found.TryGetValue(id, out var row)
        ? row
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path}: no features of object '{id}' at day {day}; compute the table from the same catalog."));
}
