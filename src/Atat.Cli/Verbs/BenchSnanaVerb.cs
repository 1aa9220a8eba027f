using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Atat.Formats.Snana;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench snana</c>: how fast SNANA's files are read, on one thread.</summary>
internal static class BenchSnanaVerb
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "Folder of SNANA files, as 'atat simulate --format snana' writes it." };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Times to read everything; the median is printed.", DefaultValueFactory = _ => 5, HelpName = "R" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "snana",
            "Time the reading of SNANA files into light curves and metadata, on one thread.",
            "atat bench snana survey/",
            "atat bench snana survey/ --rounds 9")
        {
            Source, Rounds,
        };
        verb.RequireAtLeastOne(Rounds);
        verb.SetAction((arguments, cancellation) => Task.Run(() => Run(terminal, arguments, cancellation), CancellationToken.None));
        return verb;
    }

    private static void Run(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var plan = SnanaImporter.Plan(new SnanaImportOptions { Source = arguments.GetValue(Source)!, LabelInId = true });
        var seconds = new List<double>();
        var (objects, rows) = (0L, 0L);

        // The first round is for the runtime, which compiles what it finds to be used much.
        for (var round = 0; round <= arguments.GetValue(Rounds); round++)
        {
            (objects, rows) = (0, 0);
            var clock = Stopwatch.StartNew();
            foreach (var part in plan.Parts)
            {
                cancellation.ThrowIfCancellationRequested();
                var catalog = part.Read(cancellation);
                objects += catalog.Count;
                rows += catalog.ObservationCount;
            }

            if (round > 0)
            {
                seconds.Add(clock.Elapsed.TotalSeconds);
            }
        }

        var median = seconds.Order().ElementAt(seconds.Count / 2);
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{objects:N0} objects, {rows:N0} observations in {median:F3} s on one thread: {rows / median:F0} rows/s"));
    }
}
