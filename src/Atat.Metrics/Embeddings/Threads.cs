namespace Atat.Metrics.Embeddings;

/// <summary>How many threads work.</summary>
internal static class Threads
{
    /// <summary>Options of a parallel loop.</summary>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <param name="cancellation">Ends the loop.</param>
    public static ParallelOptions Options(int threads, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads, CancellationToken = cancellation };
}
