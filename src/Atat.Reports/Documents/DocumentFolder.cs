using System.Collections.Immutable;
using Atat.Formats.Files;

namespace Atat.Reports.Documents;

/// <summary>Writes a report's page, Markdown and figures.</summary>
internal static class DocumentFolder
{
    /// <summary>Writes <c>report.html</c>, the Markdown beside it, and the figures as SVG and PNG.</summary>
    /// <param name="folder">The folder; made where needed.</param>
    /// <param name="document">The report.</param>
    /// <param name="markdown">Name of the Markdown file.</param>
    /// <param name="figures">Folder of the figures within the folder, with slashes.</param>
    public static void Write(string folder, Document document, string markdown, string figures)
    {
        foreach (var named in document.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>().SelectMany(block => block.Figures))
        {
            named.Figure.Write(Path.Combine(folder, figures, named.Name + ".svg"));
            named.Figure.Write(Path.Combine(folder, figures, named.Name + ".png"));
        }

        WriteText(folder, markdown, MarkdownDocument.Render(document, figures));
        WriteText(folder, "report.html", HtmlDocument.Render(document));
    }

    /// <summary>Writes texts by name.</summary>
    public static void Write(string folder, ImmutableArray<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files)
        {
            WriteText(folder, name, text);
        }
    }

    private static void WriteText(string folder, string name, string text) =>
        OutputFile.Write(Path.Combine(folder, name), beside => File.WriteAllText(beside, text));
}
