using System.Collections.Immutable;
using Atat.Reports.Pages;

namespace Atat.Reports.Documents;

/// <summary>A report as one HTML file that needs nothing else.</summary>
internal static class HtmlDocument
{
    /// <summary>Renders a report.</summary>
    public static string Render(Document document)
    {
        var svg = new InlineSvg();
        var header = Html.Of($"""
            <header>
            <h1>{document.Title}</h1>
            <p class="lead">{document.Lead}</p>
            <dl class="run">
            {Html.Each(document.Facts.Where(fact => fact.Value.Length > 0), fact => Html.Of($"<dt>{fact.Name}</dt><dd>{(fact.Name == "Command" ? Html.Of($"<code>{fact.Value}</code>") : fact.Value)}</dd>\n"))}</dl>
            </header>
            {(document.Notes.IsEmpty ? Markup.Empty : Html.Of($"<ul class=\"notes\" aria-label=\"Notes\">{Html.Each(document.Notes, note => Html.Of($"<li>{note}</li>"))}</ul>"))}
            """);
        return PageShell.Render(document.Title, header, [.. document.Sections.Select(section =>
            new PageSection(section.Id, section.Title, Html.Each(section.Blocks, block => Block(block, svg))) { Wide = section.Wide })]);
    }

    private static Markup Block(DocumentBlock block, InlineSvg svg) => block switch
    {
        TextBlock text => Html.Of($"<p>{text.Text}</p>\n"),
        ListBlock list => Html.Of($"<ul>{Html.Each(list.Items, item => Html.Of($"<li>{item}</li>"))}</ul>\n"),
        CodeBlock code => Html.Of($"<details><summary>{code.Title}</summary><pre>{code.Text}</pre></details>\n"),
        TableBlock table => Table(table),
        FigureBlock figure => Html.Of($"""
            <figure>{figure.InPage ?? Figures(figure, svg)}
            <figcaption>{figure.Caption}</figcaption></figure>

            """),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static Markup Figures(FigureBlock block, InlineSvg svg) => block.Figures.Length == 1
        ? svg.Of(block.Figures[0].Figure)
        : Html.Of($"<div class=\"grid\">{Html.Each(block.Figures, figure => Html.Of($"<div><h3>{figure.Title}</h3>{svg.Of(figure.Figure)}</div>\n"))}</div>");

    private static Markup Table(TableBlock table) => Html.Of($"""
        {(table.Caption.Length == 0 ? Markup.Empty : Html.Of($"<p class=\"soft\">{table.Caption}</p>\n"))}<div class="scroll"><table class="data wrapped">
        <thead>{(table.Groups.IsEmpty ? Markup.Empty : Html.Of($"<tr class=\"groups\">{Html.Each(table.Groups, group => Html.Of($"<th colspan=\"{group.Columns}\">{group.Name}</th>"))}</tr>\n"))}<tr>{Html.Each(Enumerable.Range(0, table.Head.Length), i => Html.Of($"<th{Class(table, i)}>{table.Head[i]}</th>"))}</tr></thead>
        <tbody>
        {Html.Each(table.Rows, row => Row(table, row))}</tbody>
        {(table.Foot.IsEmpty ? Markup.Empty : Html.Of($"<tfoot>{Html.Each(table.Foot, row => Row(table, row))}</tfoot>\n"))}</table></div>

        """);

    private static Markup Row(TableBlock table, ImmutableArray<Cell> row) =>
        Html.Of($"<tr>{Html.Each(Enumerable.Range(0, row.Length), i => Html.Of($"<td{Class(table, i)}>{(row[i].Bold ? Html.Of($"<b>{row[i].Text}</b>") : row[i].Text)}</td>"))}</tr>\n");

    private static Markup Class(TableBlock table, int column)
    {
        var text = table.TextColumns.Contains(column);
        var starts = table.Groups.Select((_, g) => table.Groups.Take(g).Sum(group => group.Columns)).Any(start => start > 0 && start == column);
        return !text && !starts ? Markup.Empty : Html.Of($" class=\"{(text ? "text" : "")}{(text && starts ? " " : "")}{(starts ? "first" : "")}\"");
    }
}
