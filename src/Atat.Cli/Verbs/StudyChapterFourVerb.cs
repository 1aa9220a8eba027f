using System.CommandLine;
using Atat.Cli.Studies;
using Atat.Formats.Parquet;
using Atat.Reports.Studies;
using Atat.Training.Studies;

namespace Atat.Cli.Verbs;

/// <summary><c>atat study chapter4</c>: forest, boosted trees and the variants of ATAT on one catalog.</summary>
internal static class StudyChapterFourVerb
{
    private static readonly Option<string> Data = new("--data") { Description = "Catalog, divided by 'atat split' into folds and a test part.", Required = true, HelpName = "CATALOG" };

    private static readonly Option<string> Features = new("--features") { Description = "Features of its objects, from 'atat features' at all of the days.", Required = true, HelpName = "FILE" };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "Folder of the study; begun anew or gone on with.", Required = true, HelpName = "FOLDER" };

    private static readonly Option<long> Objects = new("--objects") { Description = "Objects that every network sees in training, counted each time.", DefaultValueFactory = _ => 256_000, HelpName = "N" };

    private static readonly Option<int> HeadlineFolds = new("--headline-folds") { Description = "Folds of the variants of table 4.1; the others have one.", DefaultValueFactory = _ => 5, HelpName = "K" };

    private static readonly Option<string[]> Variants = CommaList.Create("--variants", "Variants to run, as forest,lc+md+mta; without it all of chapter 4. Others: " + string.Join(", ", ChapterFourVariants.All.Except(ChapterFourVariants.Default).Select(v => v.Key)) + ".", "KEY,...");

    private static readonly Option<string> Days = new("--days") { Description = "Days after the first detection to evaluate at.", DefaultValueFactory = _ => "8,16,32,64,128,256,512,1024,2048", HelpName = "DAY,..." };

    private static readonly Option<double?> Budget = new("--budget") { Description = "Hours after which the study stops; the same command goes on with it.", HelpName = "HOURS" };

    private static readonly Option<int> Workers = new("--workers") { Description = "Runs at a time; 0 for one a processor.", HelpName = "N" };

    private static readonly Option<string[]> Set = new("--set") { Description = "Override one key of every network's configuration, as in batch.size=64; may be repeated.", HelpName = "KEY=VALUE" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "chapter4",
            "Compare the forest, boosted trees and the variants of ATAT, as chapter 4 of the thesis does.",
            "atat study chapter4 --data catalog.parquet --features features.parquet --out chapter4",
            "atat study chapter4 --data catalog.parquet --features features.parquet --out chapter4 --variants forest,lc+md,lc+md+mta --budget 2")
        {
            Data, Features, Out, Objects, HeadlineFolds, Variants, Days, Budget, Workers, Set, DeviceOptions.Device,
        };
        verb.SetAction((arguments, cancellation) => Study(terminal, arguments, cancellation));
        return verb;
    }

    private static async Task<int> Study(Terminal terminal, ParseResult arguments, CancellationToken cancellation)
    {
        var plan = new StudyPlan
        {
            Catalog = arguments.GetValue(Data)!,
            Features = arguments.GetValue(Features)!,
            Objects = arguments.GetValue(Objects),
            HeadlineFolds = arguments.GetValue(HeadlineFolds),
            Settings = [.. arguments.GetValue(Set) ?? []],
            Variants = StudyPlan.Choose(ChapterFourVariants.All, ChapterFourVariants.Default, [.. CommaList.Values(arguments, Variants)]),
        };
        var folder = new StudyFolder(arguments.GetValue(Out)!);
        var workers = arguments.GetValue(Workers) is > 0 and var given ? given : Environment.ProcessorCount;
        var threads = Math.Max(1, Environment.ProcessorCount / workers);
        var runs = new StudyRuns(plan, folder, arguments.GetValue(Days)!, threads, arguments.GetValue(DeviceOptions.Device)!);
        var jobs = plan.Jobs();
        foreach (var job in jobs.Where(job => job.Variant.Model == StudyModel.Network))
        {
            folder.RequireSame(job, plan.Network(job));
        }

        TimeSpan? budget = arguments.GetValue(Budget) is { } hours ? TimeSpan.FromHours(hours) : null;
        var log = new StudyLog(terminal, workers);
        var states = await StudyScheduler.Run(jobs, job => job.Name, workers, budget, runs.CarryOut, log, cancellation).ConfigureAwait(false);
        log.Summarise(folder.Path, jobs.Select(job => (job.Name, folder.Log(job))), states);
        cancellation.ThrowIfCancellationRequested();
        var reported = StudyReport.Plan(plan, folder);
        var done = reported.Jobs().Where(folder.IsDone).Select(job => StudyReport.Read(job, folder.Run(job))).ToArray();
        if (done.Length > 0)
        {
            var catalog = CatalogFile.Read(plan.Catalog);
            var timed = reported.Jobs().Where(job => folder.IsDone(job) && job.Fold == 0 && ChapterFourVariants.Headline.Contains(job.Variant.Key));
            var times = await Task.Run(() => StudyBenchmark.Measure([.. timed], folder, catalog, plan.Features, terminal, cancellation), CancellationToken.None).ConfigureAwait(false);
            ChapterFourReport.Write(folder.Report, StudyReport.Variants(reported.Variants), done, times, new StudyContext
            {
                Catalog = Path.GetFileName(plan.Catalog),
                CatalogHash = ProgramInfo.Hash(plan.Catalog),
                Classes = StudyReport.Classes(catalog),
                Days = [.. DayList.Parse(arguments.GetValue(Days)!)],
                Command = ProgramInfo.Command(arguments.Tokens.Select(t => t.Value)),
                ProgramVersion = ProgramInfo.Version,
                Date = TimeProvider.System.GetUtcNow(),
                Taxonomy = catalog.Schema.Taxonomy,
            });
            terminal.Print($"report: {Path.Combine(folder.Report, "report.html")}");
        }

        return states.Contains(JobState.Failed) ? ExitCode.Failed : ExitCode.Done;
    }
}
