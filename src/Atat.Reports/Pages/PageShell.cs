using System.Collections.Immutable;
using Atat.Reports.Figures;

namespace Atat.Reports.Pages;

/// <summary>What is around every page: style, navigation, the script that sorts tables. One file that needs nothing else.</summary>
internal static class PageShell
{
    public static string Render(string title, Markup header, ImmutableArray<PageSection> sections)
    {
        var filled = sections.Where(section => section.Content.Html.Length > 0).ToArray();
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>
            {Resource("report.css")}{DarkColours()}</style>
            </head>
            <body>
            {header}
            <nav>{Html.Each(filled, section => Html.Of($"<a href=\"#{section.Id}\">{section.Title}</a>"))}</nav>
            <main>
            {Html.Each(filled, section => Html.Of($"<section id=\"{section.Id}\"{(section.Wide ? Html.Of($" class=\"wide\"") : Markup.Empty)}>\n<h2>{section.Title}</h2>\n{section.Content}\n</section>\n"))}</main>
            <script>
            {Resource("report.js")}</script>
            </body>
            </html>

            """).Html.ReplaceLineEndings("\n");
    }

    // Figures are drawn for a light page; on a dark one their colours become the dark counterparts.
    private static Markup DarkColours() => new("@media (prefers-color-scheme: dark) {\n" + string.Concat(Colours.DarkCounterparts.Select(pair =>
        $"  svg :not(text)[fill=\"{pair.Light}\"] {{ fill: {pair.Dark}; }} svg [stroke=\"{pair.Light}\"] {{ stroke: {pair.Dark}; }}\n")) + "}\n");

    private static Markup Resource(string name)
    {
        using var stream = typeof(PageShell).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return new Markup(reader.ReadToEnd());
    }
}
