using System.CommandLine;
using System.Globalization;
using Atat.Formats.Embeddings;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Metrics.Embeddings;
using Atat.Reports.Exports;
using Atat.Training;
using Atat.Training.Embeddings;
using Atat.Training.Runs;

namespace Atat.Cli.Verbs;

/// <summary><c>atat embed</c>: embeddings of all objects of a catalog, how anomalous they are, and a map of them.</summary>
internal static class EmbedVerb
{
    private static readonly Argument<string> Run = new("RUN") { Description = "Run folder, or its name in runs/." };

    private static readonly Option<string> Data = new("--data") { Description = "Catalog to embed; needs no labels.", Required = true, HelpName = "CATALOG" };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Embeddings to write (Parquet).", Required = true, HelpName = "PATH" };

    private static readonly Option<string?> TrainedOn = new("--trained-on") { Description = "Catalog that the run was trained on, where it has moved: anomalies are told from its objects.", HelpName = "CATALOG" };

    private static readonly Option<string?> Map = new("--map") { Description = "Map of the embeddings by UMAP to write: a figure (.png, .svg) or a table (.csv).", HelpName = "PATH" };

    private static readonly Option<int> MapObjects = new("--map-objects") { Description = "Most objects on the map, drawn at random.", DefaultValueFactory = _ => 5000, HelpName = "COUNT" };

    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the map and of its objects.", DefaultValueFactory = _ => 0, HelpName = "N" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "embed",
            "Embed the objects of a catalog: what a network's head or an autoencoder's decoder sees of them, with anomaly scores; search them by 'neighbours' and 'anomalies'.",
            "atat embed first --data new.parquet --out embeddings.parquet",
            "atat embed runs/autoencoder --data stars.parquet --periods periods.parquet --out embeddings.parquet",
            "atat embed runs/first --data new.parquet --out embeddings.parquet --map map.png --map-objects 2000")
        {
            Run, Data, Out, TrainedOn, FeatureOptions.Features, RepresentationOptions.Periods, Map, MapObjects, Seed, DeviceOptions.Device, DeviceOptions.Threads,
        };
        verb.RequireAtLeastOne(MapObjects);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Embed(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Embed(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var run = RunFolders.ToRead(arguments.GetValue(Run)!);
        var (data, path, map, threads) = (arguments.GetValue(Data)!, arguments.GetValue(Out)!, arguments.GetValue(Map), arguments.GetValue(DeviceOptions.Threads));
        OutputFile.CheckPlace(path, data);
        EmbeddingFile.CheckName(path);
        if (map is not null)
        {
            OutputFile.CheckPlace(map, data);
            EmbeddingMapFile.CheckName(map);
        }

        NativeNetwork.RequireFor(run);
        var training = TrainingCatalog(run, data, arguments.GetValue(TrainedOn));
        var options = new ClassifierOptions { Device = arguments.GetValue(DeviceOptions.Device)!, Threads = threads, Features = arguments.GetValue(FeatureOptions.Features), Periods = arguments.GetValue(RepresentationOptions.Periods) };
        var catalog = CatalogFile.Read(data, new ShareLog(terminal, "reading"));
        var (values, width) = RunEmbeddings.Of(run, catalog, [.. Enumerable.Range(0, catalog.Count)], options, new ShareLog(terminal, "embedding"), cancellation);
        int[] known = training is null ? ReferenceRows(run, catalog, data) : [];
        var (referenceIds, references) = training is null
            ? ([.. known.Select(row => catalog.Ids[row])], [.. known.SelectMany(row => values[(row * width)..((row + 1) * width)])])
            : References(terminal, run, training, options, cancellation);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"anomalies: beside {referenceIds.Length:N0} of the objects that {run.Path} was trained and validated on"));
        var table = new EmbeddingTable(catalog.Ids.ToArray(), [.. Enumerable.Range(0, catalog.Count).Select(row => ClassOf(catalog, row))], catalog.Partitions.ToArray(), values, width)
        {
            Anomalies = AnomalyScores.Of(catalog.Ids, values, referenceIds, references, width, threads, cancellation),
            Run = RunFolders.Name(run),
            ProgramVersion = ProgramInfo.Version,
        };
        EmbeddingFile.Write(path, table);
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{path}: {table.Count:N0} objects, {width} dimensions"));
        if (map is not null)
        {
            terminal.Say("mapping");
            Draw(map, table, catalog.Schema.Taxonomy, arguments, cancellation);
            terminal.Print($"map: {map}");
        }
    }

    // Catalog that the run was trained on; null where it is the one to embed.
    private static string? TrainingCatalog(RunFolder run, string data, string? given)
    {
        var path = given ?? run.ReadRunConfig().Data.Catalog;
        if (path.Length > 0 && string.Equals(Path.GetFullPath(path), Path.GetFullPath(data), StringComparison.Ordinal))
        {
            return null;
        }

        return given is not null || File.Exists(path) ? path
            : File.Exists(data) && string.Equals(ProgramInfo.Hash(data), run.ReadInfo().DataHash, StringComparison.Ordinal) ? null
            : throw new InputException($"{run.Path} was trained on '{path}', which is not there, and anomalies are told from its objects; give --trained-on CATALOG.");
    }

    // Objects that the run knows, embedded.
    private static (string[] Ids, float[] Values) References(Terminal terminal, RunFolder run, string path, ClassifierOptions options, CancellationToken cancellation)
    {
        var catalog = CatalogFile.Read(path, new ShareLog(terminal, "reading what it was trained on"));
        var rows = ReferenceRows(run, catalog, path);
        var table = run.ReadRunConfig().Data.Features;
        return (
            [.. rows.Select(row => catalog.Ids[row])],
            RunEmbeddings.Of(run, catalog, rows, options with { Features = File.Exists(table) ? table : null }, new ShareLog(terminal, "embedding what it was trained on"), cancellation).Values);
    }

    private static int[] ReferenceRows(RunFolder run, Catalog catalog, string path)
    {
        var rows = AnomalyScores.References(catalog, run.ReadSeenObjects(), run.ReadInfo().Seed);
        return rows.Length > 1 ? rows
            : throw new InputException($"{path} does not have the objects that {run.Path} was trained on, from which anomalies are told; give --trained-on CATALOG.");
    }

    private static void Draw(string path, EmbeddingTable table, Taxonomy taxonomy, ParseResult arguments, CancellationToken cancellation)
    {
        var seed = arguments.GetValue(Seed);
        var rows = Enumerable.Range(0, table.Count).ToArray();
        new Random(seed).Shuffle(rows);
        rows = rows[..Math.Min(rows.Length, arguments.GetValue(MapObjects))];
        if (rows.Length < 3)
        {
            throw new InputException($"{path}: a map needs three objects or more.");
        }

        float[] values = [.. rows.SelectMany(row => table.Row(row).ToArray())];
        var map = Umap.Fit(values, table.Width, new UmapOptions { Seed = seed, Threads = arguments.GetValue(DeviceOptions.Threads) }, cancellation);
        EmbeddingMapFile.Write(path, [.. rows.Select(row => table.ObjectIds[row])], [.. rows.Select(row => table.Labels[row])], map, taxonomy.Classes);
    }

    // A label that the taxonomy lacks stands for itself: what is anomalous may well be of no known class.
    private static string? ClassOf(Catalog catalog, int row) =>
        catalog.Labels[row] is { } label && catalog.Schema.Taxonomy.ClassOf(label) is var c and >= 0 ? catalog.Schema.Taxonomy.Classes[c] : catalog.Labels[row];
}
