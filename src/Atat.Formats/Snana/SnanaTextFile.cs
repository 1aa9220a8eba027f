using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>
/// SNANA's text format (SNANA manual, section "light-curve files"): lines <c>KEY: value</c> of the object, <c>VARLIST:</c> with the columns
/// of its observations, a line <c>OBS:</c> for each, <c>END:</c>. One file has one object, or several one after the other.
/// </summary>
internal sealed partial class SnanaTextFile : IDisposable
{
    private const int MostColumns = 200;
    private const int MostKeys = 10_000;

    private readonly string path;
    private readonly LineReader reader;
    private readonly Range[] ranges = new Range[MostColumns + 2];
    private readonly Dictionary<string, string> header = new(StringComparer.Ordinal);
    private string[] columns = [];
    private (int Mjd, int Band, int Flux, int Error, int Flag) places;
    private long begin;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public SnanaTextFile(string path)
    {
        this.path = path;
        reader = new LineReader(path);
    }

    /// <summary>Keys and values of the current object, as written; an error behind <c>+-</c> stands under the key with <c>_ERR</c>.</summary>
    public IReadOnlyDictionary<string, string> Header => header;

    /// <summary>Where the current object begins, for messages.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{path} line {begin:N0}");

    /// <summary>Whether a file's name is that of a text light curve.</summary>
    public static bool IsName(string path) => Name().IsMatch(path);

    /// <summary>Reads the next object's header, up to its first observation.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="InputException">The file cannot be read or is not of this format.</exception>
    public bool ReadHeader()
    {
        header.Clear();
        columns = [];
        while (reader.Read(out var line))
        {
            if (!TryKey(line, out var key, out var value))
            {
                continue;
            }

            if (header.Count == 0)
            {
                begin = reader.Row;
            }

            switch (key)
            {
                case "VARLIST":
                    Plan(value);
                    return header.ContainsKey("SNID") ? true : throw Wrong("has no SNID; every object needs an identifier");
                case "OBS":
                    throw Wrong("an observation before VARLIST names its columns");
                case "END":
                    throw Wrong("END before any VARLIST; the object has no table of observations");
                default:
                    Keep(key, Encoding.Latin1.GetString(value));
                    break;
            }
        }

        return header.Count == 0 ? false : throw Wrong("the file ends before VARLIST; it is cut short, or no SNANA light curve");
    }

    /// <summary>Reads the observations of the object whose header was read.</summary>
    /// <param name="plan">What the import reads.</param>
    /// <param name="observations">Receives them.</param>
    /// <exception cref="InputException">A value is not what it must be, or the file is cut short.</exception>
    public void ReadObservations(SnanaPlan plan, LightCurveBuffer observations)
    {
        var count = 0L;
        while (reader.Read(out var line))
        {
            if (!TryKey(line, out var key, out var value))
            {
                continue;
            }

            if (key == "OBS")
            {
                Add(value, plan, observations);
                count++;
            }
            else if (key == "END")
            {
                CheckCount(count);
                return;
            }
            else if (key is "SNID" or "VARLIST")
            {
                throw Wrong($"{key} before the END of object '{header["SNID"]}'; the file is damaged");
            }
            else
            {
                Keep(key, Encoding.Latin1.GetString(value));
            }
        }

        throw CutShort();
    }

    /// <summary>Passes over the observations of the object whose header was read.</summary>
    /// <exception cref="InputException">The file is cut short.</exception>
    public void SkipObservations()
    {
        while (reader.Read(out var line))
        {
            if (TryKey(line, out var key, out var value) && key != "OBS")
            {
                if (key == "END")
                {
                    return;
                }

                Keep(key, Encoding.Latin1.GetString(value));
            }
        }

        throw CutShort();
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    [GeneratedRegex(@"\.DAT(\.gz)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    private static bool TryKey(ReadOnlySpan<byte> line, out string key, out ReadOnlySpan<byte> value)
    {
        line = line.Trim(" \t"u8);
        var end = line.IndexOfAny(" \t"u8);
        var first = end < 0 ? line : line[..end];
        if (first.Length < 2 || first[^1] != (byte)':' || first[0] == (byte)'#')
        {
            key = string.Empty;
            value = [];
            return false;
        }

        key = first is [(byte)'O', (byte)'B', (byte)'S', _] ? "OBS" : Encoding.Latin1.GetString(first[..^1]);
        value = end < 0 ? [] : line[end..].Trim(" \t"u8);
        return true;
    }

    // 0.4820 +- 0.0324 (comment)
    private void Keep(string key, string value)
    {
        if (header.Count > MostKeys)
        {
            throw Wrong($"more than {MostKeys:N0} different keys; is this a SNANA light curve?");
        }

        var comment = value.IndexOf('#', StringComparison.Ordinal);
        var text = (comment < 0 ? value : value[..comment]).Trim();
        var parts = text.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length >= 3 && parts[1] is "+-" or "+/-")
        {
            header[key] = parts[0];
            header[$"{key}_ERR"] = parts[2];
        }
        else
        {
            header[key] = text;
        }
    }

    private void Plan(ReadOnlySpan<byte> value)
    {
        columns = Encoding.Latin1.GetString(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (columns.Length > MostColumns)
        {
            throw Wrong($"VARLIST names {columns.Length} columns; more than {MostColumns} are no light curve");
        }

        places = (Find("MJD"), Find("FLT", "BAND"), Find("FLUXCAL"), Find("FLUXCALERR"), Array.IndexOf(columns, "PHOTFLAG"));
    }

    private int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Array.IndexOf(columns, name) is var place and >= 0)
            {
                return place;
            }
        }

        throw Wrong($"VARLIST has no {string.Join(" or ", names.ToArray())}; it names {string.Join(' ', columns.Take(30))}");
    }

    private void Add(ReadOnlySpan<byte> line, SnanaPlan plan, LightCurveBuffer observations)
    {
        var count = Split(line);
        if (count != columns.Length)
        {
            throw Wrong($"{(count < 0 ? "too many" : count)} values, but VARLIST names {columns.Length} columns; the line is cut short or damaged");
        }

        var mjd = Number(line, places.Mjd);
        var flux = (float)Number(line, places.Flux);
        var error = (float)Number(line, places.Error);
        if (!double.IsFinite(mjd) || !float.IsFinite(flux) || !float.IsFinite(error) || error < 0)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"FLUXCAL {flux}, FLUXCALERR {error}, MJD {mjd}: all must be finite and the error not negative"));
        }

        var flag = places.Flag < 0 ? 0 : (long)Number(line, places.Flag);
        observations.Add(mjd, flux, error, Band(line[ranges[places.Band]], plan), places.Flag < 0 ? SnanaFlags.IsSignificant(flux, error) : (flag & SnanaFlags.Detection) != 0, (flag & SnanaFlags.Saturated) != 0);
    }

    private int Split(ReadOnlySpan<byte> line)
    {
        var count = 0;
        var at = 0;
        while (true)
        {
            while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
            {
                at++;
            }

            if (at == line.Length)
            {
                return count;
            }

            if (count > MostColumns)
            {
                return -1;
            }

            var length = line[at..].IndexOfAny(" \t"u8);
            var end = length < 0 ? line.Length : at + length;
            ranges[count++] = at..end;
            at = end;
        }
    }

    private double Number(ReadOnlySpan<byte> line, int column) =>
        double.TryParse(line[ranges[column]], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong($"{columns[column]} is '{Shown(line[ranges[column]])}', which is no number");

    private byte Band(ReadOnlySpan<byte> name, SnanaPlan plan) => plan.BandIndex(name) is >= 0 and var band
        ? (byte)band
        : throw Wrong($"'{Shown(name)}' is no passband of the survey, which has {string.Join(' ', plan.Passbands.Select(b => b.Name))}");

    private void CheckCount(long count)
    {
        if (header.TryGetValue("NOBS", out var text) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var promised) && promised != count)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{Place}: NOBS {promised:N0}, but object '{header["SNID"]}' has {count:N0} observations; the file is cut short or damaged."));
        }
    }

    private static string Shown(ReadOnlySpan<byte> text) => Encoding.Latin1.GetString(text[..Math.Min(40, text.Length)]);

    private InputException CutShort() => new($"{Place}: object '{header["SNID"]}' has no END; the file is cut short.");

    private InputException Wrong(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{path} line {reader.Row:N0}: {what}."));
}
