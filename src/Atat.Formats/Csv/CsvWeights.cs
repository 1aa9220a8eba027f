using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>A CSV file that gives classes their weights: the columns <c>class</c> and <c>weight</c>.</summary>
public static class CsvWeights
{
    /// <summary>Reads the rows in order.</summary>
    /// <param name="path">File, with a header; may be gzip'd.</param>
    /// <exception cref="InputException">The file cannot be read, lacks a column, or holds no number; names row and column.</exception>
    public static IReadOnlyList<(string Class, double Weight)> Read(string path)
    {
        using var table = new CsvTable(path, ',');
        var (name, weight) = (table.Find("class"), table.Find("weight"));
        var rows = new List<(string, double)>();
        while (table.Read())
        {
            rows.Add((table.Text(name), table.FiniteNumber<double>(weight)));
        }

        return rows;
    }
}
