using System.Diagnostics;

namespace Atat.Features.Tests;

/// <summary>Costs of an action once it is compiled.</summary>
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

    /// <summary>Shortest of several times for one run, microseconds.</summary>
    public static double Microseconds(Action action, int runs)
    {
        var shortest = double.PositiveInfinity;
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return shortest;
    }
}
