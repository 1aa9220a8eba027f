using Apache.Arrow;
using Apache.Arrow.Types;
using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>Reads the columns of a record batch as plain values, in any of the Arrow types that mean the same; names what is wrong.</summary>
internal sealed class ArrowValues(ParquetInput input, RecordBatch batch, long firstRow)
{
    /// <summary>Row of the file that a row of the batch is, counted from 1.</summary>
    public long FileRow(int row) => firstRow + row;

    /// <summary>Strings; null where null.</summary>
    /// <exception cref="InputException">The column holds something else.</exception>
    public string?[] Strings(string column) => Strings(column, Column(column));

    /// <summary>Strings, none of them null.</summary>
    /// <exception cref="InputException">The column holds something else, or a null.</exception>
    public string[] RequiredStrings(string column)
    {
        var values = Strings(column);
        var at = System.Array.IndexOf(values, null);
        return at < 0 ? [.. values.OfType<string>()] : throw input.Wrong(FileRow(at), column, "has no value");
    }

    /// <summary>Doubles; NaN where null.</summary>
    /// <exception cref="InputException">The column holds something else.</exception>
    public double[] Doubles(string column) => Doubles(column, Column(column));

    /// <summary>Floats; NaN where null.</summary>
    /// <exception cref="InputException">The column holds something else.</exception>
    public float[] Floats(string column) => Floats(column, Column(column));

    /// <summary>The values of a list column, one after the other, and where each row's begin and end: (rows + 1).</summary>
    /// <exception cref="InputException">The column does not hold lists.</exception>
    public (IArrowArray Values, int[] Offsets) Lists(string column)
    {
        var array = Column(column);
        var offsets = new int[array.Length + 1];
        switch (array)
        {
            case ListArray list:
                list.ValueOffsets[..(list.Length + 1)].CopyTo(offsets);
                return (list.Values, offsets);
            case LargeListArray list:
                for (var i = 0; i <= list.Length; i++)
                {
                    offsets[i] = checked((int)list.ValueOffsets[i]);
                }

                return (list.Values, offsets);
            default:
                throw WrongType(column, array, "lists");
        }
    }

    /// <summary>Elements of lists as doubles, none of them null.</summary>
    /// <exception cref="InputException">They are something else.</exception>
    public double[] DoubleElements(string column, IArrowArray values)
    {
        CheckNoNulls(column, values);
        return Doubles(column, values);
    }

    /// <summary>Elements of lists as floats, none of them null.</summary>
    /// <exception cref="InputException">They are something else.</exception>
    public float[] FloatElements(string column, IArrowArray values)
    {
        CheckNoNulls(column, values);
        return Floats(column, values);
    }

    /// <summary>Elements of lists as truth values, none of them null.</summary>
    /// <exception cref="InputException">They are something else.</exception>
    public bool[] BooleanElements(string column, IArrowArray values)
    {
        CheckNoNulls(column, values);
        if (values is not BooleanArray booleans)
        {
            throw WrongType(column, values, "truth values");
        }

        var result = new bool[booleans.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = booleans.GetValue(i) ?? false;
        }

        return result;
    }

    /// <summary>Elements of lists as indices of names; -1 for another name.</summary>
    /// <exception cref="InputException">They are not strings, or null.</exception>
    public int[] NameElements(string column, IArrowArray values, IReadOnlyList<string> names)
    {
        CheckNoNulls(column, values);
        if (values is not StringArray strings)
        {
            return [.. Strings(column, values).Select(value => IndexOf(names, value))];
        }

        var encoded = names.Select(System.Text.Encoding.UTF8.GetBytes).ToArray();
        var result = new int[strings.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = IndexOf(encoded, strings.GetBytes(i));
        }

        return result;
    }

    private static int IndexOf(IReadOnlyList<string> names, string? name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOf(byte[][] names, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private IArrowArray Column(string name) => batch.Column(name);

    private string?[] Strings(string column, IArrowArray array) => array switch
    {
        StringArray a => Each(a.Length, i => a.GetString(i)),
        LargeStringArray a => Each(a.Length, i => a.GetString(i)),
        StringViewArray a => Each(a.Length, i => a.GetString(i)),
        DictionaryArray a when Strings(column, a.Dictionary) is var names => Each(a.Length, i => Key(a.Indices, i) is { } key ? names[key] : null),
        NullArray a => new string?[a.Length],
        _ => throw WrongType(column, array, "strings"),
    };

    private double[] Doubles(string column, IArrowArray array) => array switch
    {
        DoubleArray { NullCount: 0 } a => a.Values.ToArray(),
        DoubleArray a => Each(a.Length, i => a.GetValue(i) ?? double.NaN),
        FloatArray a => Each(a.Length, i => a.GetValue(i) ?? double.NaN),
        Int64Array a => Each(a.Length, i => a.GetValue(i) ?? double.NaN),
        Int32Array a => Each(a.Length, i => a.GetValue(i) ?? double.NaN),
        Int16Array a => Each(a.Length, i => a.GetValue(i) ?? double.NaN),
        Int8Array a => Each(a.Length, i => a.GetValue(i) ?? double.NaN),
        NullArray a => Each(a.Length, _ => double.NaN),
        _ => throw WrongType(column, array, "numbers"),
    };

    private float[] Floats(string column, IArrowArray array) => array switch
    {
        FloatArray { NullCount: 0 } a => a.Values.ToArray(),
        _ => System.Array.ConvertAll(Doubles(column, array), value => (float)value),
    };

    private static int? Key(IArrowArray indices, int at) => indices switch
    {
        Int32Array a => a.GetValue(at),
        Int16Array a => a.GetValue(at),
        Int8Array a => a.GetValue(at),
        _ => (int?)((Int64Array)indices).GetValue(at),
    };

    private static T[] Each<T>(int length, Func<int, T> value)
    {
        var result = new T[length];
        for (var i = 0; i < length; i++)
        {
            result[i] = value(i);
        }

        return result;
    }

    private void CheckNoNulls(string column, IArrowArray values)
    {
        if (values.NullCount > 0)
        {
            throw input.Wrong(FileRow(0), column, "a list of this row or a later one holds a null; remove the observation from all lists");
        }
    }

    private InputException WrongType(string column, IArrowArray array, string expected) =>
        new($"{input.FilePath}, column '{column}': holds {Described(array.Data.DataType)}, should hold {expected}.");

    private static string Described(IArrowType type) => type.Name;
}
