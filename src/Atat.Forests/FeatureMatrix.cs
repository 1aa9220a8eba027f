using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>Features of objects, one column a feature: (rows, columns). NaN and infinities are missing values.</summary>
public sealed class FeatureMatrix
{
    private readonly float[][] columns;

    /// <summary>Makes a matrix; the arrays are kept, not copied.</summary>
    /// <param name="names">Name of each column.</param>
    /// <param name="columns">Values of each column, one for each row.</param>
    /// <exception cref="ArgumentException">As many names as columns, and columns of one length, are needed.</exception>
    public FeatureMatrix(ImmutableArray<string> names, float[][] columns)
    {
        if (names.Length != columns.Length || columns.Any(column => column.Length != columns[0].Length))
        {
            throw new ArgumentException($"{names.Length} names and {columns.Length} columns do not fit, or the columns differ in length.", nameof(columns));
        }

        Names = names;
        this.columns = columns;
    }

    /// <summary>Name of each column.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => columns.Length == 0 ? 0 : columns[0].Length;

    /// <summary>Number of columns.</summary>
    public int Columns => columns.Length;

    /// <summary>Values of a column, one for each row.</summary>
    public ReadOnlySpan<float> Column(int column) => columns[column];

    /// <summary>Copies the values of a row, one for each column.</summary>
    public void CopyRow(int row, Span<float> values)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            values[i] = columns[i][row];
        }
    }

    /// <summary>The columns of some names in the order given; shares their values.</summary>
    /// <exception cref="InputException">A name has no column.</exception>
    public FeatureMatrix Select(ImmutableArray<string> names)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Names.Length; i++)
        {
            places.TryAdd(Names[i], i);
        }

        var missing = names.Where(name => !places.ContainsKey(name)).ToArray();
        return missing.Length == 0
            ? new FeatureMatrix(names, [.. names.Select(name => columns[places[name]])])
            : throw new InputException($"The features lack {missing.Length} of the {names.Length} columns that are needed, first '{missing[0]}'; compute the same set of features.");
    }

    /// <summary>The columns of this matrix and behind them those of another of as many rows; shares their values.</summary>
    public FeatureMatrix Beside(FeatureMatrix other) => new([.. Names, .. other.Names], [.. columns, .. other.columns]);

    /// <summary>The same matrix with the values of some columns taken from other rows.</summary>
    /// <param name="changed">Columns.</param>
    /// <param name="from">Of each row the one that its values come from.</param>
    internal FeatureMatrix Rearranged(ImmutableArray<int> changed, int[] from)
    {
        var all = (float[][])columns.Clone();
        foreach (var k in changed)
        {
            all[k] = Array.ConvertAll(from, row => columns[k][row]);
        }

        return new FeatureMatrix(Names, all);
    }
}
