using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>A delimited file with a header: finds columns by name, reads typed values, and names file, row and column of what is wrong.</summary>
public sealed class CsvTable : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CsvReader reader;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="InputException">It cannot be read, or has no header.</exception>
    public CsvTable(string path, char delimiter)
    {
        reader = new CsvReader(path, delimiter);
        if (!reader.Read())
        {
            reader.Dispose();
            throw new InputException($"{path}: is empty; the first row must name the columns.");
        }

        Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i)))];
    }

    /// <summary>Column names in the order of the file.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Row of the current record as a spreadsheet counts.</summary>
    public long Row => reader.Row;

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    public double Fraction => reader.Fraction;

    /// <summary>Goes to the next record.</summary>
    /// <exception cref="InputException">The record has not as many fields as the header.</exception>
    public bool Read()
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.FieldCount != Columns.Length)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{reader.FilePath} row {Row:N0}: {reader.FieldCount} fields, but the header names {Columns.Length} columns. Is the delimiter right and the file complete?"));
        }

        return true;
    }

    /// <summary>Index of a column that must be there.</summary>
    /// <exception cref="InputException">It is not there, or twice.</exception>
    public int Find(string name)
    {
        var index = Columns.IndexOf(name);
        if (index < 0)
        {
            var hint = NearestName.Of(name, Columns) is { } nearest ? $"did you mean '{nearest}'?" : $"it has {string.Join(", ", Columns.Take(30))}.";
            throw new InputException($"{reader.FilePath}: no column '{name}'; {hint}");
        }

        if (Columns.LastIndexOf(name) != index)
        {
            throw new InputException($"{reader.FilePath}: column '{name}' stands twice in the header; rename one.");
        }

        return index;
    }

    /// <summary>Index of a column if one is asked for, else -1.</summary>
    /// <exception cref="InputException">It is asked for and not there.</exception>
    public int FindOptional(string? name) => name is null ? -1 : Find(name);

    /// <summary>A value's bytes, without surrounding blanks; valid until the next record.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => reader.Field(column);

    /// <summary>A value as text.</summary>
    /// <exception cref="InputException">It is not UTF-8.</exception>
    public string Text(int column)
    {
        try
        {
            return StrictUtf8.GetString(reader.Field(column));
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException($"{Place(column)}: is not UTF-8 text; save the file as UTF-8.", e);
        }
    }

    /// <summary>A value as a number, NaN and infinities included.</summary>
    /// <exception cref="InputException">It is not a number.</exception>
    public T Number<T>(int column)
        where T : INumber<T> =>
        T.TryParse(reader.Field(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong(column, "is not a number; correct it or name it as a missing-value marker");

    /// <summary>A value as a finite number.</summary>
    /// <exception cref="InputException">It is not a number, or not finite.</exception>
    public T FiniteNumber<T>(int column)
        where T : INumber<T>
    {
        var value = Number<T>(column);
        return T.IsFinite(value) ? value : throw Wrong(column, "is not finite; remove the row or name the value as a missing-value marker");
    }

    /// <summary>A value as true or false: true, false, t, f, yes, no, or a number, of which 0 is false.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public bool Flag(int column)
    {
        var text = reader.Field(column);
        if (Utf8Parser.TryParse(text, out bool flag, out var used) && used == text.Length)
        {
            return flag;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number != 0;
        }

        return Encoding.UTF8.GetString(text).ToUpperInvariant() switch
        {
            "T" or "Y" or "YES" => true,
            "F" or "N" or "NO" => false,
            _ => throw Wrong(column, "is neither true nor false"),
        };
    }

    /// <summary>The error for a value of the current record.</summary>
    public InputException Wrong(int column, string what)
    {
        var text = Encoding.UTF8.GetString(reader.Field(column));
        var shown = text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
        return new InputException($"{Place(column)}: '{shown}' {what}.");
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private string Place(int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{reader.FilePath} row {Row:N0}, column '{Columns[column]}'");
}
