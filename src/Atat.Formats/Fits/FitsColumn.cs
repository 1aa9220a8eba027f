using System.Globalization;
using Atat.LightCurves;

namespace Atat.Formats.Fits;

/// <summary>A column of a binary table (FITS Standard 4.0, section 7.3).</summary>
/// <param name="Name">TTYPE.</param>
/// <param name="Code">Data type: one of L X B I J K A E D C M P Q.</param>
/// <param name="Repeat">Elements a row.</param>
/// <param name="Offset">First byte of the column in a row.</param>
/// <param name="Width">Bytes of the column in a row.</param>
/// <param name="Scale">TSCAL.</param>
/// <param name="Zero">TZERO.</param>
/// <param name="Null">TNULL: the stored integer that stands for a missing value.</param>
internal sealed record FitsColumn(string Name, char Code, int Repeat, int Offset, int Width, double Scale, double Zero, long? Null)
{
    private const int MostColumns = 999;

    /// <summary>Whether it holds one number a row.</summary>
    public bool IsNumber => Repeat == 1 && Code is 'B' or 'I' or 'J' or 'K' or 'E' or 'D';

    /// <summary>Whether stored numbers are the values.</summary>
    public bool IsPlain => Scale == 1 && Zero == 0;

    /// <summary>The columns that the header of a binary table describes.</summary>
    /// <exception cref="InputException">The header contradicts itself.</exception>
    public static FitsColumn[] Of(FitsHeader header, string path)
    {
        var count = header.Count("TFIELDS");
        if (count > MostColumns)
        {
            throw new InputException($"{path}: a table of {count} columns, more than a FITS file can have; the file is damaged.");
        }

        var columns = new FitsColumn[count];
        var offset = 0L;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = One(header, i + 1, (int)Math.Min(offset, int.MaxValue), path);
            offset += columns[i].Width;
        }

        return offset == header.Count("NAXIS1")
            ? columns
            : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path}: the columns take {offset:N0} bytes a row, but the header says {header.Count("NAXIS1"):N0}; the file is damaged."));
    }

    private static FitsColumn One(FitsHeader header, int number, int offset, string path)
    {
        var form = header.Text($"TFORM{number}") ?? throw new InputException($"{path}: keyword TFORM{number} is missing; the file is damaged.");
        var digits = form.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var repeat = 1L;
        if (digits < 0 || (digits > 0 && !long.TryParse(form.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out repeat)))
        {
            throw WrongForm();
        }

        var code = form[digits];
        var bits = code switch
        {
            'X' => 1,
            'L' or 'A' or 'B' => 8,
            'I' => 16,
            'J' or 'E' => 32,
            'K' or 'D' or 'C' or 'P' => 64,
            'M' or 'Q' => 128,
            _ => throw WrongForm(),
        };
        var width = (((Int128)repeat * bits) + 7) / 8;
        if (width > int.MaxValue)
        {
            throw WrongForm();
        }

        return new FitsColumn(
            header.Text($"TTYPE{number}") ?? string.Empty,
            code,
            (int)Math.Min(repeat, int.MaxValue),
            offset,
            (int)width,
            header.Number($"TSCAL{number}") ?? 1,
            header.Number($"TZERO{number}") ?? 0,
            header.Integer($"TNULL{number}"));

        InputException WrongForm() => new($"{path}: TFORM{number} = '{form}' is no format of a binary table; the file is damaged.");
    }
}
