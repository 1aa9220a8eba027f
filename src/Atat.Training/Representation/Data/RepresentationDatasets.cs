using Atat.Formats.FeatureTables;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Training.Representation.Data;

/// <summary>Opens the data sets of the representation study: synthetic ones by name, any catalog by its file.</summary>
public static class RepresentationDatasets
{
    // Sizes of thesis section 3.4.1; it has no validation set for these.
    private const int TrainingPerClass = 5000;
    private const int ValidationPerClass = 500;
    private const int TestPerClass = 2000;

    // Data do not depend on the seed of a run: five runs are of the same series.
    internal const int DataSeed = 1;

    /// <summary>Names of the synthetic data sets.</summary>
    public static string[] Synthetic { get; } = ["syn-a", "syn-b", "syn-c"];

    /// <summary>Whether a data set is a synthetic one.</summary>
    public static bool IsSynthetic(string dataset) => Named(dataset) is not null;

    /// <summary>Whether <see cref="RepresentationDataOptions.NoiseVariance"/> says anything of a data set.</summary>
    public static bool HasNoise(string dataset) => Named(dataset) is { } synthetic && SyntheticSeries.HasNoise(synthetic);

    /// <summary>Name of a data set: that of a synthetic one, or of the file.</summary>
    public static string NameOf(string dataset) => IsSynthetic(dataset) ? dataset : Path.GetFileNameWithoutExtension(dataset);

    /// <summary>Makes sure that a data set is there.</summary>
    /// <exception cref="InputException">It is neither a synthetic one nor a file.</exception>
    public static void Require(string dataset)
    {
        if (!IsSynthetic(dataset) && !File.Exists(dataset))
        {
            throw new InputException($"There is no data set '{dataset}'; give {string.Join(", ", Synthetic)}, or the file of a catalog{NearestName.Hint(dataset, Synthetic)}");
        }
    }

    /// <summary>Opens one.</summary>
    /// <param name="dataset">Name of a synthetic data set, or path of a catalog that is split.</param>
    /// <param name="options">Which part of it.</param>
    /// <exception cref="InputException">There is none, it is not split, or a part is empty.</exception>
    public static SeriesData Open(string dataset, RepresentationDataOptions options) =>
        Named(dataset) is { } synthetic ? Make(synthetic, options) : Read(dataset, options);

    private static SyntheticDataset? Named(string dataset) => Array.IndexOf(Synthetic, dataset) is >= 0 and var place ? (SyntheticDataset)place : null;

    private static SeriesData Make(SyntheticDataset dataset, RepresentationDataOptions options)
    {
        static int PerClass(int all, int otherwise) => all > 0 ? Math.Min((all + 1) / 2, otherwise) : otherwise;
        return new(
            Synthetic[(int)dataset],
            [.. SyntheticSeries.Classes(dataset)],
            ["value"],
            SyntheticSeries.Make(dataset, PerClass(options.Objects, TrainingPerClass), DataSeed, options.NoiseVariance),
            SyntheticSeries.Make(dataset, PerClass(options.TestObjects, ValidationPerClass), DataSeed + 1, options.NoiseVariance),
            SyntheticSeries.Make(dataset, PerClass(options.TestObjects, TestPerClass), DataSeed + 2, options.NoiseVariance));
    }

    private static SeriesData Read(string path, RepresentationDataOptions options)
    {
        Require(path);
        var catalog = CatalogFile.Read(path);
        var periods = Periods(catalog, options.Periods);
        var split = TrainingSplit.Of(catalog, options.ValidationFold);
        var test = Enumerable.Range(0, catalog.Count).Where(i => split.Classes[i] >= 0 && catalog.Partitions[i] == Partition.Test).ToArray();
        if (test.Length == 0)
        {
            throw new InputException($"{path} has no labelled test objects; split it: atat split {path} --test-share 0.3 --folds 5.");
        }

        SeriesSet Part(int[] rows, int most) => CatalogSeries.Of(catalog, Draw(rows, most), periods, options.MostInBand, DataSeed);
        return new(
            NameOf(path),
            catalog.Schema.Taxonomy.Classes,
            [.. catalog.Schema.Passbands.Select(b => b.Name)],
            NotEmpty(Part(split.Training, options.Objects), path),
            NotEmpty(Part(split.Validation, options.TestObjects), path),
            NotEmpty(Part(test, options.TestObjects), path));
    }

    private static SeriesSet NotEmpty(SeriesSet set, string path) => set.Count > 0 ? set
        : throw new InputException($"{path}: a part of it has no light curve of {CatalogSeries.FewestObservations} observations or more.");

    private static int[] Draw(int[] rows, int most)
    {
        if (most <= 0 || rows.Length <= most)
        {
            return rows;
        }

        var drawn = rows.ToArray();
        new Random(DataSeed).Shuffle(drawn);
        Array.Resize(ref drawn, most);
        Array.Sort(drawn);
        return drawn;
    }

    /// <summary>Periods of a catalog's objects, days; NaN where one has none.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="table">Table of <c>atat period</c>; empty for what stands in the catalog.</param>
    /// <exception cref="InputException">The table cannot be read.</exception>
    internal static double[] Periods(Catalog catalog, string table)
    {
        if (table.Length == 0)
        {
            return CatalogSeries.Periods(catalog);
        }

        var found = FeatureFile.Read(table, ["period"]);
        var rows = found.RowsAt(Window.WholeLightCurve);
        return [.. catalog.Ids.ToArray().Select(id => rows.TryGetValue(id, out var row) ? found.Columns[0][row] : double.NaN)];
    }
}
