using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Atat.Reports.Documents;

/// <summary>A report as GitHub's Markdown.</summary>
internal static class MarkdownDocument
{
    private const int FiguresInRow = 2;

    /// <summary>Renders a report.</summary>
    /// <param name="document">The report.</param>
    /// <param name="figures">Folder of the figures, as seen from the Markdown file.</param>
    public static string Render(Document document, string figures)
    {
        var text = new StringBuilder();
        Line($"# {Escape(document.Title)}");
        Line(Escape(document.Lead));
        List(document.Notes);
        foreach (var section in document.Sections.Where(section => !section.Blocks.IsEmpty))
        {
            Line($"## {Escape(section.Title)}");
            foreach (var block in section.Blocks)
            {
                Block(block);
            }
        }

        if (document.Facts.Any(fact => fact.Value.Length > 0))
        {
            Line("## Where it comes from");
            text.Append("| | |\n|---|---|\n");
            foreach (var (name, value) in document.Facts.Where(fact => fact.Value.Length > 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Escape(name)} | {Escape(value)} |\n");
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";

        void Line(string line) => text.Append(line).Append("\n\n");

        void List(ImmutableArray<string> items) =>
            text.AppendJoin("", items.Select(item => $"- {Escape(item)}\n")).Append(items.IsEmpty ? "" : "\n");

        void Block(DocumentBlock block)
        {
            switch (block)
            {
                case TextBlock paragraph:
                    Line(Escape(paragraph.Text));
                    break;
                case ListBlock list:
                    List(list.Items);
                    break;
                case CodeBlock code:
                    Line($"{Escape(code.Title)}:");
                    Line("    " + code.Text.TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal));
                    break;
                case TableBlock table:
                    Line(Table(table));
                    break;
                case FigureBlock figure:
                    Line(Figures(figure, figures));
                    Line($"*{Escape(figure.Caption)}*");
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(block));
            }
        }
    }

    private static string Table(TableBlock table)
    {
        string[] head = [.. table.Head.Select(Escape)];
        var column = 0;
        foreach (var (name, columns) in table.Groups)
        {
            // Markdown knows no heads over several columns.
            head[column] = name.Length > 0 ? $"**{Escape(name)}** {head[column]}" : head[column];
            column += columns;
        }

        var rules = table.Head.Select((_, i) => i == 0 || table.TextColumns.Contains(i) ? "---" : "---:");
        string[] lines =
        [
            Row(head),
            Row(rules),
            .. table.Rows.Concat(table.Foot).Select(row => Row(row.Select(cell => cell.Bold ? $"**{Escape(cell.Text)}**" : Escape(cell.Text)))),
        ];
        return (table.Caption.Length > 0 ? $"{Escape(table.Caption)}\n\n" : "") + string.Join('\n', lines);
    }

    private static string Figures(FigureBlock block, string folder)
    {
        string Image(NamedFigure figure) => $"![{Escape(figure.Figure.Description)}]({folder}/{figure.Name}.{(figure.IsDense ? "png" : "svg")})";
        if (block.Figures.Length == 1)
        {
            return Image(block.Figures[0]);
        }

        var rows = block.Figures.Chunk(FiguresInRow).ToArray();
        var lines = rows.SelectMany((row, i) => new[]
        {
            Row(Padded(row.Select(figure => Escape(figure.Title)))),
            i == 0 ? Row(Enumerable.Repeat("---", FiguresInRow)) : "",
            Row(Padded(row.Select(Image))),
        });
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static IEnumerable<string> Padded(IEnumerable<string> cells) => cells.Concat(Enumerable.Repeat("", FiguresInRow)).Take(FiguresInRow);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\r' or '\n' => " ",
                _ when char.IsControl(c) => "?",
                '<' => "&lt;",
                '&' => "&amp;",
                '|' or '*' or '_' or '`' or '[' or ']' or '\\' => $"\\{c}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
