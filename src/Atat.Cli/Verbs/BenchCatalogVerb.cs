using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench catalog</c>: how fast a large catalog is written and loaded, and how much memory that takes.</summary>
internal static class BenchCatalogVerb
{
    private const int ObjectsOfAPart = 10_000;

    private static readonly Option<int> Objects = new("--objects", "-n") { Description = "Objects of the catalog.", DefaultValueFactory = _ => 200_000, HelpName = "N" };

    private static readonly Option<int> Observations = new("--observations") { Description = "Observations of each object.", DefaultValueFactory = _ => 150, HelpName = "N" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "catalog",
            "Write and load a large catalog of random light curves, and print the time and the peak memory of this process.",
            "atat bench catalog",
            "atat bench catalog --objects 2000000 --observations 150")
        {
            Objects, Observations,
        };
        verb.RequireAtLeastOne(Objects, Observations);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments.GetValue(Objects), arguments.GetValue(Observations), cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, int objects, int observations, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("atat-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "catalog.parquet");
            var schema = new CatalogSchema("random", [new Passband("g", 4827), new Passband("r", 6223)], BrightnessUnit.Flux, 27.5, [new MetadataColumn("z")], Taxonomy.Flat(["a", "b"]));
            var clock = Stopwatch.StartNew();
            CatalogFile.Write(path, schema, Parts(schema, objects, observations, cancellation));
            Say(terminal, "written", objects, clock.Elapsed, new FileInfo(path).Length);
            clock.Restart();
            var catalog = CatalogFile.Read(path, new ShareLog(terminal, "loading"));
            Say(terminal, "loaded", catalog.Count, clock.Elapsed, GC.GetTotalMemory(forceFullCollection: true));
            terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{catalog.ObservationCount:N0} observations; peak memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:F2} GB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<Catalog> Parts(CatalogSchema schema, int objects, int observations, CancellationToken cancellation)
    {
        var random = new Random(1);
        var (mjd, flux, error, band, detected, saturated) = (new double[observations], new float[observations], new float[observations], new byte[observations], new bool[observations], new bool[observations]);
        for (var start = 0; start < objects; start += ObjectsOfAPart)
        {
            cancellation.ThrowIfCancellationRequested();
            var builder = new CatalogBuilder(schema);
            for (var i = start; i < Math.Min(objects, start + ObjectsOfAPart); i++)
            {
                for (var j = 0; j < observations; j++)
                {
                    (mjd[j], flux[j], error[j], band[j], detected[j]) = (60000 + j + random.NextDouble(), 100 * random.NextSingle(), 1 + random.NextSingle(), (byte)(j % 2), random.Next(2) == 0);
                }

                builder.Add(new ObjectRow($"object-{i:D9}", i % 2 == 0 ? "a" : "b"), [random.NextSingle()], new LightCurve(mjd, flux, error, band, detected, saturated));
            }

            yield return builder.Build();
        }
    }

    private static void Say(Terminal terminal, string what, int objects, TimeSpan time, long bytes) =>
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{objects:N0} objects {what} in {time.TotalSeconds:F1} s, {objects / time.TotalSeconds:N0} a second, {bytes / 1e9:F2} GB"));
}
