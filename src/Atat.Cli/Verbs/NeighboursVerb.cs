using System.CommandLine;
using System.Globalization;
using Atat.Formats.Embeddings;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Metrics.Embeddings;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat neighbours</c>: the objects that are most like one.</summary>
internal static class NeighboursVerb
{
    private static readonly Argument<string> Embeddings = new("EMBEDDINGS") { Description = "Embeddings that 'atat embed' wrote." };

    private static readonly Option<string> Object = new("--object") { Description = "Identifier of the object.", Required = true, HelpName = "ID" };

    private static readonly Option<int> Count = new("--count") { Description = "Neighbours to list.", DefaultValueFactory = _ => 10, HelpName = "N" };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "neighbours",
            "List the objects whose embeddings are nearest to one object's.",
            "atat neighbours embeddings.parquet --object 17",
            "atat neighbours embeddings.parquet --object 17 --count 50 --json")
        {
            Embeddings, Object, Count, Json, DeviceOptions.Threads,
        };
        verb.RequireAtLeastOne(Count);
        verb.SetAction((arguments, cancellation) => Task.Run(() => List(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void List(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var (path, id) = (arguments.GetValue(Embeddings)!, arguments.GetValue(Object)!);
        var table = EmbeddingFile.Read(path);
        var place = Array.IndexOf(table.ObjectIds, id);
        if (place < 0)
        {
            throw new InputException($"{path}: no object '{id}'{NearestName.Hint(id, table.ObjectIds)}");
        }

        var found = table.Count < 2
            ? new Neighbours(1, [], [])
            : NearestNeighbours.Among(table.Row(place).ToArray(), table.Values, table.Width, Math.Min(arguments.GetValue(Count), table.Count - 1), [place], arguments.GetValue(DeviceOptions.Threads), cancellation);
        if (arguments.GetValue(Json))
        {
            terminal.PrintJson(new
            {
                ObjectId = id,
                Label = table.Labels[place],
                Neighbours = found.Indices.Select((row, i) => new { ObjectId = table.ObjectIds[row], Label = table.Labels[row], Distance = found.Distances[i] }),
            });
            return;
        }

        var rows = Tables.Create("Object", "class", "distance");
        rows.Columns[1].Alignment = Justify.Left;
        rows.AddRow(Markup.Escape(id), Markup.Escape(table.Labels[place] ?? "-"), "0");
        for (var i = 0; i < found.Indices.Length; i++)
        {
            rows.AddRow(Markup.Escape(table.ObjectIds[found.Indices[i]]), Markup.Escape(table.Labels[found.Indices[i]] ?? "-"), found.Distances[i].ToString("G4", CultureInfo.InvariantCulture));
        }

        terminal.Print(rows);
    }
}
