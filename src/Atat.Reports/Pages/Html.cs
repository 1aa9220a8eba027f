using System.Globalization;
using System.Net;
using System.Text;

namespace Atat.Reports.Pages;

/// <summary>Builds HTML from interpolated strings: the literal parts are HTML, every value is escaped unless it is <see cref="Markup"/>.</summary>
internal static class Html
{
    /// <summary>HTML of an interpolated string. Undefined numbers become a dash.</summary>
    public static Markup Of(FormattableString text) =>
        new(string.Format(Escaping.Instance, text.Format, text.GetArguments()));

    /// <summary>Parts one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    /// <summary>A part for each item.</summary>
    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> part) => Join(items.Select(part));

    private sealed class Escaping : IFormatProvider, ICustomFormatter
    {
        public static readonly Escaping Instance = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            Markup markup => markup.Html,
            double.NaN => "–",
            IFormattable formattable => Escape(formattable.ToString(format, CultureInfo.InvariantCulture)),
            _ => Escape(arg?.ToString() ?? ""),
        };

        // Control characters have no place in a page, not even as references.
        private static string Escape(string text)
        {
            if (text.Any(c => char.IsControl(c) && c is not '\n' and not '\t'))
            {
                var clean = new StringBuilder(text.Length);
                foreach (var c in text)
                {
                    clean.Append(char.IsControl(c) && c is not '\n' and not '\t' ? '?' : c);
                }

                text = clean.ToString();
            }

            return WebUtility.HtmlEncode(text);
        }
    }
}
