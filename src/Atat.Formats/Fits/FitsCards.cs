using System.Globalization;
using System.Text;

namespace Atat.Formats.Fits;

/// <summary>The cards of one FITS header, 80 columns each (FITS standard 4.0, section 4).</summary>
internal sealed class FitsCards
{
    private const int KeywordLength = 8;

    private readonly StringBuilder cards = new();

    /// <summary>Adds a truth value.</summary>
    public FitsCards Add(string keyword, bool value, string comment) => Append(keyword, (value ? "T" : "F").PadLeft(20), comment);

    /// <summary>Adds a whole number.</summary>
    public FitsCards Add(string keyword, long value, string comment) => Append(keyword, value.ToString(CultureInfo.InvariantCulture).PadLeft(20), comment);

    /// <summary>Adds a number.</summary>
    public FitsCards Add(string keyword, double value, string comment) => Append(keyword, value.ToString("0.0###########", CultureInfo.InvariantCulture).PadLeft(20), comment);

    /// <summary>Adds a text; cut where it does not fit its card.</summary>
    public FitsCards Add(string keyword, string value, string comment)
    {
        var room = FitsHeader.CardSize - Prefix(keyword).Length - 2;
        var quoted = value.Replace("'", "''", StringComparison.Ordinal);
        return Append(keyword, $"'{(quoted.Length > room ? quoted[..room] : quoted).PadRight(KeywordLength)}'", comment);
    }

    /// <summary>Writes the header with its END card and fills the block.</summary>
    public void WriteTo(Stream stream)
    {
        var text = cards.ToString() + "END".PadRight(FitsHeader.CardSize);
        stream.Write(Encoding.ASCII.GetBytes(text.PadRight((text.Length + FitsHeader.BlockSize - 1) / FitsHeader.BlockSize * FitsHeader.BlockSize)));
    }

    // A name that is no keyword of the standard goes behind HIERARCH, as ESO and SNANA do.
    private static string Prefix(string keyword) =>
        keyword.Length <= KeywordLength && keyword.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '_' or '-')
            ? keyword.PadRight(KeywordLength) + "= "
            : $"HIERARCH {keyword} = ";

    private FitsCards Append(string keyword, string value, string comment)
    {
        var card = Prefix(keyword) + value;
        if (comment.Length > 0 && card.Length + 3 < FitsHeader.CardSize)
        {
            card += " / " + comment;
        }

        cards.Append((card.Length > FitsHeader.CardSize ? card[..FitsHeader.CardSize] : card).PadRight(FitsHeader.CardSize));
        return this;
    }
}
