namespace Atat.Training.Benchmarks;

/// <summary>
/// Processor time of this process, all its threads: what work costs one core, whether a thread that prepares the next batch runs beside it
/// or in its place, and whatever other processes do.
/// </summary>
internal static class ProcessorTime
{
    /// <summary>Seconds used so far.</summary>
    public static double Now => Environment.CpuUsage.TotalTime.TotalSeconds;
}
