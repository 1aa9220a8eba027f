using System.CommandLine;
using Atat.Cli.Diagnosis;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary><c>atat doctor</c>: what this machine can do.</summary>
internal static class DoctorVerb
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "doctor",
            "Check what this machine can do: native libraries, processors, GPU, memory.",
            "atat doctor",
            "atat doctor --json")
        {
            Json,
        };
        verb.SetAction(arguments =>
        {
            var findings = Doctor.Examine();
            if (arguments.GetValue(Json))
            {
                terminal.PrintJson(findings);
            }
            else
            {
                Print(terminal, findings);
            }

            return findings.All(f => f.Healthy) ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }

    private static void Print(Terminal terminal, IReadOnlyList<Finding> findings)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { NoWrap = true });
        grid.AddColumn(new GridColumn { NoWrap = true });
        grid.AddColumn();
        foreach (var finding in findings)
        {
            grid.AddRow(finding.Healthy ? "[green]ok[/]" : "[red]problem[/]", Markup.Escape(finding.What), Markup.Escape(finding.Detail));
        }

        terminal.Print(grid);
    }
}
