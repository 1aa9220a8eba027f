namespace Atat.Formats.Files;

/// <summary>Work on all processors whose results come in the order of the inputs, so that nothing depends on timing.</summary>
internal static class Ordered
{
    /// <summary>Maps a sequence; as many inputs as there are processors are worked on at a time.</summary>
    public static IEnumerable<TResult> Select<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> map)
    {
        var working = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in source)
            {
                working.Enqueue(Task.Run(() => map(item)));
                if (working.Count >= Environment.ProcessorCount)
                {
                    yield return working.Dequeue().GetAwaiter().GetResult();
                }
            }

            while (working.Count > 0)
            {
                yield return working.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Who stops half-way still finds no work going on behind.
            Task.WhenAll(working).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
        }
    }
}
