using System.Globalization;
using Atat.Reports.Documents;
using Spectre.Console;

namespace Atat.Cli;

/// <summary>Plain tables: the first column names, the others hold numbers.</summary>
internal static class Tables
{
    /// <summary>An empty table.</summary>
    public static Table Create(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < columns.Length; i++)
        {
            table.AddColumn(new TableColumn(Markup.Escape(columns[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    /// <summary>A table of a report.</summary>
    public static Table Of(TableBlock block)
    {
        var table = Create([.. block.Head]);
        foreach (var column in block.TextColumns)
        {
            table.Columns[column].Alignment = Justify.Left;
        }

        foreach (var row in block.Rows.Concat(block.Foot))
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(cell.Text))]);
        }

        return table;
    }

    /// <summary>Numbers as cells; a dash for what is missing.</summary>
    public static IEnumerable<string> Cells(string format, params double[] values) =>
        values.Select(v => double.IsNaN(v) ? "-" : v.ToString(format, CultureInfo.InvariantCulture));
}
