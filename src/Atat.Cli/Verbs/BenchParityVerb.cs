using System.CommandLine;
using System.Globalization;
using Atat.LightCurves;
using Atat.Training.FeatureParity;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench parity</c>: features beside those of published extractors.</summary>
internal static class BenchParityVerb
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "Folder with light_curves.csv, objects.csv, features_thesis.csv, features.csv, features_float64.csv and spm_optimum.csv." };

    private static readonly Option<bool> Misses = new("--misses") { Description = "List every value that disagrees." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "parity",
            "Compare features with those that published extractors give for the same light curves; ends with 1 where too few agree.",
            "atat bench parity reference/features",
            "atat bench parity reference/features --misses")
        {
            Folder, Misses, Json,
        };
        verb.SetAction(arguments =>
        {
            var rows = FeatureParityTest.Run(new ReferenceFeatures(arguments.GetValue(Folder)!));
            if (arguments.GetValue(Json))
            {
                terminal.PrintJson(rows);
            }
            else
            {
                Print(terminal, rows);
                foreach (var row in arguments.GetValue(Misses) ? rows : [])
                {
                    terminal.Print($"{row.Set}, {row.Family}:{string.Concat(row.Misses.Select(miss => $"\n  {miss}"))}");
                }
            }

            if (rows.Sum(row => (long)row.Compared) == 0)
            {
                throw new InputException($"{arguments.GetValue(Folder)}: holds no values to compare.");
            }

            return rows.All(row => row.Passed) ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }

    private static void Print(Terminal terminal, IEnumerable<ParityRow> rows)
    {
        foreach (var set in rows.GroupBy(row => row.Set, StringComparer.Ordinal))
        {
            terminal.Print(set.Key);
            var table = Tables.Create("Family", "agree within", "values", "share", "needed", "farthest");
            table.Columns[1].Alignment = table.Columns[^1].Alignment = Justify.Left;
            foreach (var row in set)
            {
                table.AddRow(
                    Markup.Escape(row.Family),
                    Markup.Escape(row.Rule),
                    row.Compared.ToString("N0", CultureInfo.InvariantCulture),
                    row.Share.ToString("P2", CultureInfo.InvariantCulture) + (row.Passed ? string.Empty : " !"),
                    row.Required == 0 ? "-" : row.Required.ToString("P1", CultureInfo.InvariantCulture),
                    Markup.Escape(row.Misses.FirstOrDefault() ?? string.Empty));
            }

            terminal.Print(table);
        }
    }
}
