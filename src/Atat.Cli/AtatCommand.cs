using System.CommandLine;
using System.CommandLine.Help;
using Atat.Cli.Verbs;
using Atat.LightCurves;

namespace Atat.Cli;

/// <summary>The command line: verbs, options that every verb has, and what becomes of failures.</summary>
public static class AtatCommand
{
    // Time to save a checkpoint after Ctrl-C before the process is killed.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromMinutes(2);

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Only results and errors.", Recursive = true };

    private static readonly Option<bool> Debug = new("--debug") { Description = "Show the stack trace of a failure.", Recursive = true };

    /// <summary>Makes the whole tree of commands.</summary>
    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Classifies astronomical light curves together with tabular data.")
        {
            ImportVerb.Create(terminal),
            SimulateVerb.Create(terminal),
            InspectVerb.Create(terminal),
            SplitVerb.Create(terminal),
            FeaturesVerb.Create(terminal),
            PeriodVerb.Create(terminal),
            TrainVerb.Create(terminal),
            ForestVerb.Create(terminal),
            EvaluateVerb.Create(terminal),
            CompareVerb.Create(terminal),
            PredictVerb.Create(terminal),
            EmbedVerb.Create(terminal),
            NeighboursVerb.Create(terminal),
            AnomaliesVerb.Create(terminal),
            StudyVerb.Create(terminal),
            RepresentVerb.Create(terminal),
            ExportVerb.Create(terminal),
            DemoVerb.Create(terminal),
            BenchVerb.Create(terminal),
            DoctorVerb.Create(terminal),
            Quiet,
            Debug,
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        return root;
    }

    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var result = Create(terminal).Parse(args);
        terminal.Quiet = result.GetValue(Quiet);
        if (result.Errors.Count > 0 || UsageErrors.Of(result).Count > 0)
        {
            return ReportUsage(result, terminal);
        }

        try
        {
            return await result.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TerminationTimeout,
                    Output = terminal.Output,
                },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            terminal.Say("interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (!result.GetValue(Debug))
        {
            terminal.Fail(e is InputException or IOException or UnauthorizedAccessException
                ? e.Message
                : $"{e.GetType().Name}: {e.Message} This is a defect of atat; run the command again with --debug and report what it prints.");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            terminal.Warn(e.ToString());
            return ExitCode.Failed;
        }
    }

    private static int ReportUsage(ParseResult result, Terminal terminal)
    {
        foreach (var error in UsageErrors.Of(result))
        {
            terminal.Fail(error);
        }

        var path = string.Join(' ', result.CommandResult.Command.Parents.OfType<Verb>().Select(p => p.Name).Append(result.CommandResult.Command.Name));
        terminal.Warn(result.CommandResult.Command is RootCommand ? "See 'atat --help'." : $"See 'atat {path} --help'.");
        return ExitCode.Usage;
    }
}
