using System.Globalization;

namespace Atat.Features.Tests;

/// <summary>Light curves, and what the published extractors give for them.</summary>
public static class ReferenceFeatures
{
    public const string Bands = "ugrizY";

    /// <summary>Rows of every object, in the order of the file.</summary>
    public static Dictionary<string, ReferenceRow[]> LightCurves() =>
        Cells("light_curves.csv")
            .GroupBy(cells => cells[0], cells => new ReferenceRow(Number(cells[1]), cells[2][0], Number(cells[3]), Number(cells[4]), cells[5] == "1"))
            .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Values by object, feature and band; NaN where undefined.</summary>
    public static Dictionary<(string Item, string Feature, string Band), double> Values(string file) =>
        Cells(file).ToDictionary(cells => (cells[0], cells[1], cells[2]), cells => Number(cells[3]));

    /// <summary>Condition numbers of the harmonic fits of the composite preset.</summary>
    public static Dictionary<(string Item, string Band), double> Conditions() =>
        Cells("harmonics_condition.csv").ToDictionary(cells => (cells[0], cells[1]), cells => Number(cells[3]));

    /// <summary>Names of a family's features in one band, in the published order.</summary>
    public static string[] Names(string variant, Func<string, bool> chosen) =>
        [.. Cells("feature_list.csv").Where(cells => cells[0] == variant && cells[3] == "r" && chosen(cells[2])).Select(cells => cells[2])];

    /// <summary>A band after the cuts of the thesis, sorted by time.</summary>
    public static Points Thesis(ReferenceRow[] rows, char band)
    {
        var kept = rows.Where(row => row.Error < 300 && Math.Abs(row.Flux) < 50_000 && double.IsFinite(row.Time)).ToArray();
        return kept.Length > 5 ? Sorted(kept, band) : new Points([], [], []);
    }

    /// <summary>A band's rows with a flux, sorted by time.</summary>
    public static Points All(ReferenceRow[] rows, char band) => Sorted(rows.Where(row => !double.IsNaN(row.Flux)), band);

    /// <summary>A band's detections without repeated times, sorted by time.</summary>
    public static Points Detections(ReferenceRow[] rows, char band) =>
        Sorted(rows.Where(row => row.Detected && !double.IsNaN(row.Flux)).DistinctBy(row => row.Time), band);

    private static Points Sorted(IEnumerable<ReferenceRow> rows, char band)
    {
        var sorted = rows.Where(row => row.Band == band).OrderBy(row => row.Time).ToArray();
        return new Points([.. sorted.Select(row => row.Time)], [.. sorted.Select(row => row.Flux)], [.. sorted.Select(row => row.Error)]);
    }

    /// <summary>The cells of a table, row by row, without its header.</summary>
    public static IEnumerable<string[]> Cells(string file) =>
        File.ReadLines(SharedData.Path("reference", "features", file)).Skip(1).Select(line => line.Split(','));

    /// <summary>A number, which may be missing or infinite.</summary>
    public static double Number(string cell) => cell switch
    {
        "" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(cell, CultureInfo.InvariantCulture),
    };
}
