using System.Globalization;
using System.Text.RegularExpressions;
using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>Puts figures into a page: scaled to their column, described for screen readers, their ids apart from each other's.</summary>
internal sealed partial class InlineSvg
{
    private int count;

    /// <summary>The figure as an element of the page. Every call numbers its ids anew.</summary>
    public Markup Of(Figure figure)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"f{++count}-");
        var svg = figure.ToSvg();
        var content = svg[(svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1)..svg.LastIndexOf("</svg>", StringComparison.Ordinal)];
        content = Ids().Replace(content, match => match.Value.Replace("cl_", prefix, StringComparison.Ordinal));
        content = Indentation().Replace(content, "\n");
        return Html.Of($"""<svg viewBox="0 0 {figure.Width} {figure.Height}" width="{figure.Width}" role="img" aria-label="{figure.Description}">{new Markup(content)}</svg>""");
    }

    [GeneratedRegex("""id="cl_|url\(#cl_""")]
    private static partial Regex Ids();

    [GeneratedRegex("""\n\s+""")]
    private static partial Regex Indentation();
}
