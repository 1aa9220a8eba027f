using Atat.LightCurves;
using Atat.Reports.Studies;
using Atat.Training.Benchmarks;
using Atat.Training.Studies;

namespace Atat.Cli.Studies;

/// <summary>Times the finished headline runs of a study, for its table of times (thesis table 4.2).</summary>
internal static class StudyBenchmark
{
    private const int Objects = 500;
    private const int Rounds = 3;

    /// <summary>Measures; nothing where there are no runs.</summary>
    public static StudyTimes Measure(StudyJob[] jobs, StudyFolder folder, Catalog catalog, string features, Terminal terminal, CancellationToken cancellation)
    {
        if (jobs.Length == 0)
        {
            return new StudyTimes();
        }

        NativeNetwork.Require();
        terminal.Say("timing the headline runs on one core");
        var times = InferenceBenchmark.Measure([.. jobs.Select(folder.Run)], catalog, InferenceBenchmark.Rows(catalog, Objects), features, Rounds, cancellation: cancellation);
        var steps = jobs.Zip(times.Runs, (job, time) => new StudyTime(job.Variant.Title, time.Milliseconds, job.Variant.Key, time.MatrixShare));
        return new StudyTimes
        {
            MachineRate = times.MatrixRate,
            Steps = double.IsNaN(times.Features) ? [.. steps] : [.. steps, new StudyTime("Computing features", times.Features, StudyTime.FeatureComputation)],
        };
    }
}
