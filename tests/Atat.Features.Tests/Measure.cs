namespace Atat.Features.Tests;

/// <summary>What an action costs once it is compiled and its memory is there.</summary>
public static class Measure
{
    /// <summary>Bytes allocated by a second run.</summary>
    public static long Allocation(Action action)
    {
        for (var i = 0; i < 3; i++)
        {
            action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
