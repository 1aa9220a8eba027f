using System.Globalization;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.FeatureTables;

/// <summary>Features of objects at days after their first detection: one row an (object, day), one column a feature; NaN = missing.</summary>
public sealed class FeatureTable
{
    /// <summary>Makes a table; the arrays are kept, not copied.</summary>
    /// <param name="set">Names the columns.</param>
    /// <param name="objectIds">Identifier of each row's object.</param>
    /// <param name="days">Days after the first detection of each row.</param>
    /// <param name="columns">Values of each feature, one for each row; finite or NaN.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public FeatureTable(FeatureSet set, string[] objectIds, double[] days, double[][] columns)
    {
        if (days.Length != objectIds.Length || columns.Length != set.Features.Length || columns.Any(c => c.Length != objectIds.Length))
        {
            throw new ArgumentException($"{objectIds.Length} ids, {days.Length} days and {columns.Length} columns of {set.Features.Length} features do not fit.", nameof(columns));
        }

        Set = set;
        ObjectIds = objectIds;
        Days = days;
        Columns = columns;
    }

    /// <summary>Which features these are.</summary>
    public FeatureSet Set { get; }

    /// <summary>Number of rows.</summary>
    public int Count => ObjectIds.Length;

    /// <summary>Identifier of each row's object.</summary>
    public string[] ObjectIds { get; }

    /// <summary>Days after the first detection of each row.</summary>
    public double[] Days { get; }

    /// <summary>(features, rows): the values of each feature.</summary>
    public double[][] Columns { get; }

    /// <summary>Values of a feature, one for each row.</summary>
    /// <exception cref="InputException">No such feature; names the nearest.</exception>
    public double[] Column(string feature)
    {
        var index = Set.Features.IndexOf(feature);
        return index >= 0 ? Columns[index] : throw new InputException($"No feature '{feature}' in the table{NearestName.Hint(feature, Set.Features)}");
    }

    /// <summary>Copies the values of a row, in the order of the features.</summary>
    /// <param name="row">Row.</param>
    /// <param name="values">Receives one value for each feature.</param>
    public void CopyRow(int row, Span<double> values)
    {
        for (var column = 0; column < Columns.Length; column++)
        {
            values[column] = Columns[column][row];
        }
    }

    /// <summary>The days that there are, ascending.</summary>
    public double[] DistinctDays() => [.. Days.Distinct().Order()];

    /// <summary>The row of each object at a day.</summary>
    /// <exception cref="InputException">An object stands twice.</exception>
    public Dictionary<string, int> RowsAt(double day)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < Count; row++)
        {
            if (Days[row].Equals(day) && !rows.TryAdd(ObjectIds[row], row))
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Object '{ObjectIds[row]}' stands twice at day {day} of the features; keep one row of an object and day."));
            }
        }

        return rows;
    }
}
