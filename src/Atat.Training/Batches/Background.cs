using System.Collections.Concurrent;

namespace Atat.Training.Batches;

/// <summary>Prepares the next items while the present one is worked on.</summary>
internal static class Background
{
    /// <summary>Runs through a sequence on a thread of its own, some items ahead of who enumerates.</summary>
    /// <param name="items">Enumerated on the other thread only; an exception of it is thrown where the items are taken.</param>
    /// <param name="ahead">Items that wait at most, which bounds memory.</param>
    /// <returns>The same items in the same order; those that are not taken are disposed of.</returns>
    public static IEnumerable<T> Prepare<T>(IEnumerable<T> items, int ahead)
        where T : IDisposable
    {
        using var waiting = new BlockingCollection<T>(ahead);
        using var stop = new CancellationTokenSource();
        var producer = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    foreach (var item in items)
                    {
                        if (!TryAdd(waiting, item, stop.Token))
                        {
                            return;
                        }
                    }
                }
                finally
                {
                    waiting.CompleteAdding();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            foreach (var item in waiting.GetConsumingEnumerable())
            {
                yield return item;
            }

            producer.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)producer).AsyncWaitHandle.WaitOne();
            while (waiting.TryTake(out var left))
            {
                left.Dispose();
            }
        }
    }

    private static bool TryAdd<T>(BlockingCollection<T> waiting, T item, CancellationToken stop)
        where T : IDisposable
    {
        try
        {
            waiting.Add(item, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            item.Dispose();
            return false;
        }
    }
}
