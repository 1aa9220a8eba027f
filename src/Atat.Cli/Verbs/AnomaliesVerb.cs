using System.CommandLine;
using System.Globalization;
using Atat.Formats.Embeddings;
using Atat.LightCurves;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat anomalies</c>: the most anomalous objects.</summary>
internal static class AnomaliesVerb
{
    private static readonly Argument<string> Embeddings = new("EMBEDDINGS") { Description = "Embeddings that 'atat embed' wrote." };

    private static readonly Option<int> Count = new("--count") { Description = "Objects to list.", DefaultValueFactory = _ => 20, HelpName = "N" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "anomalies",
            "List the objects that are least like those that the run was trained on, the most anomalous first.",
            "atat anomalies embeddings.parquet",
            "atat anomalies embeddings.parquet --count 100 --json")
        {
            Embeddings, Count, Json,
        };
        verb.RequireAtLeastOne(Count);
        verb.SetAction((arguments, _) => Task.Run(() => List(terminal, arguments), CancellationToken.None));
        return verb;
    }

    private static void List(Terminal terminal, ParseResult arguments)
    {
        var path = arguments.GetValue(Embeddings)!;
        var table = EmbeddingFile.Read(path);
        var scores = table.Anomalies ?? throw new InputException($"{path}: has no column 'anomaly'; write it with 'atat embed'.");
        var rows = Enumerable.Range(0, table.Count).Where(row => !double.IsNaN(scores[row])).OrderByDescending(row => scores[row]).Take(arguments.GetValue(Count));
        if (arguments.GetValue(Json))
        {
            terminal.PrintJson(new { Objects = rows.Select(row => new { ObjectId = table.ObjectIds[row], Label = table.Labels[row], Partition = table.Partitions[row], Anomaly = scores[row] }) });
            return;
        }

        var list = Tables.Create("Object", "class", "part", "anomaly");
        list.Columns[1].Alignment = list.Columns[2].Alignment = Justify.Left;
        foreach (var row in rows)
        {
            var part = table.Partitions[row] == Partition.None ? "-" : table.Partitions[row].ToString().ToLowerInvariant();
            list.AddRow(Markup.Escape(table.ObjectIds[row]), Markup.Escape(table.Labels[row] ?? "-"), part, scores[row].ToString("F3", CultureInfo.InvariantCulture));
        }

        terminal.Print(list);
    }
}
