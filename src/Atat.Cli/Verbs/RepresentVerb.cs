using System.CommandLine;
using Atat.Cli.Studies;
using Atat.Training.Representation;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Studies;
using Atat.Training.Studies;

namespace Atat.Cli.Verbs;

/// <summary><c>atat represent</c>: the representation study of chapter 3.</summary>
internal static class RepresentVerb
{
    private static readonly Option<string[]> Datasets = CommaList.Create("--dataset", "Data sets: " + string.Join(", ", RepresentationDatasets.Synthetic) + ", or catalogs divided by 'atat split'.", "D,...");

    private static readonly Option<string[]> Vary = CommaList.Create("--vary", "Experiments: " + string.Join(", ", RepresentationRows.Varied) + "; without it, decoder and encoder.", "WHAT,...");

    private static readonly Option<string[]> Rows = CommaList.Create("--rows", "Rows to train, by their names as in 'mha.mlp.mse' or the first parts of them: mha.mlp,lstm; without it, all.", "ROW,...");

    private static readonly Option<int> Runs = new("--runs") { Description = "Repetitions of every row.", DefaultValueFactory = _ => 5, HelpName = "N" };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Folder of the study; begun anew or gone on with.", DefaultValueFactory = _ => "representation", HelpName = "FOLDER" };

    private static readonly Option<double?> Budget = new("--budget") { Description = "Hours after which the study stops; the same command goes on with it.", HelpName = "HOURS" };

    private static readonly Option<int> Workers = new("--workers") { Description = "Runs at a time; 0 for one a processor.", HelpName = "N" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "represent",
            "Compare encoders, decoders and losses of autoencoders of time series, as chapter 3 of the thesis does.",
            "atat represent --dataset syn-a --vary decoder --runs 5",
            "atat represent --dataset syn-a --vary encoder --rows lstm.mlp --runs 5",
            "atat represent --dataset syn-a,syn-b,catalog.parquet --vary decoder,encoder --runs 1 --objects 1000 --budget 2")
        {
            Datasets, Vary, Rows, Runs, Out, Budget, Workers,
            RepresentationOptions.Objects, RepresentationOptions.TestObjects, RepresentationOptions.Periods, RepresentationOptions.BatchSize, RepresentationOptions.Tolerance, RepresentationOptions.Epochs, RepresentationOptions.Set,
            DeviceOptions.Device,
            RepresentTrainVerb.Create(terminal),
        };
        verb.RequireAtLeastOne(Runs);
        verb.Validators.Add(result =>
        {
            if (result.Children.All(c => c is not System.CommandLine.Parsing.CommandResult) && result.GetValue(Datasets) is null or { Length: 0 })
            {
                result.AddError("--dataset is missing; give " + string.Join(", ", RepresentationDatasets.Synthetic) + ", or the file of a catalog");
            }
        });
        verb.SetAction((arguments, cancellation) => Study(terminal, arguments, cancellation));
        return verb;
    }

    private static async Task<int> Study(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        NativeNetwork.Require();
        string[] vary = [.. CommaList.Values(arguments, Vary)];
        var plan = new RepresentationPlan
        {
            Datasets = [.. CommaList.Values(arguments, Datasets)],
            Vary = vary.Length > 0 ? [.. vary] : ["decoder", "encoder"],
            Rows = [.. CommaList.Values(arguments, Rows)],
            Runs = arguments.GetValue(Runs),
            Settings = RepresentationOptions.Over(new RepresentationConfig(), arguments),
        };
        foreach (var dataset in plan.Datasets)
        {
            RepresentationDatasets.Require(dataset);
        }

        var jobs = plan.Jobs();
        var workers = arguments.GetValue(Workers) is > 0 and var given ? given : Environment.ProcessorCount;
        var runs = new RepresentationRuns(plan, arguments.GetValue(Out)!, Math.Max(1, Environment.ProcessorCount / workers), arguments.GetValue(DeviceOptions.Device)!);
        TimeSpan? budget = arguments.GetValue(Budget) is { } hours ? TimeSpan.FromHours(hours) : null;
        var log = new StudyLog(terminal, workers);
        var states = await StudyScheduler.Run(jobs, job => job.Name, workers, budget, runs.CarryOut, log, cancellation).ConfigureAwait(false);
        log.Summarise(runs.Folder, jobs.Select(job => (job.Name, runs.Log(job))), states);
        cancellation.ThrowIfCancellationRequested();
        var report = await Task.Run(() => RepresentationStudyReport.Write(runs.Folder, ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)), terminal), CancellationToken.None).ConfigureAwait(false);
        if (report is not null)
        {
            terminal.Print($"report: {report}");
        }

        return states.Contains(JobState.Failed) ? ExitCode.Failed : ExitCode.Done;
    }
}
