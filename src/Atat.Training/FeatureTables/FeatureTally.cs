using Atat.Formats.FeatureTables;
using Atat.LightCurves;

namespace Atat.Training.FeatureTables;

/// <summary>Counts what the threads of a computation have done, and tells of it.</summary>
/// <param name="total">Objects of the catalog.</param>
/// <param name="progress">Told how far it is, from one thread at a time.</param>
internal sealed class FeatureTally(long total, IProgress<FeatureProgress>? progress)
{
    // Often enough for a line on a terminal.
    private const int ObjectsPerReport = 16;
    private readonly Lock writing = new();
    private long done;
    private long objects;
    private long objectsTakenOver;
    private long undetected;
    private long undefined;
    private int partsTakenOver;

    /// <summary>Parts that are finished.</summary>
    public int Parts { get; private set; }

    /// <summary>Counts an object that was computed, of a part that is not finished yet.</summary>
    public void Done()
    {
        if (Interlocked.Increment(ref done) % ObjectsPerReport == 0)
        {
            lock (writing)
            {
                Tell();
            }
        }
    }

    /// <summary>Counts a part that was computed.</summary>
    public void Add(Catalog part, FeatureTable table)
    {
        lock (writing)
        {
            Count(part, table);
        }
    }

    /// <summary>Counts a part that an interrupted computation has left.</summary>
    public void TakeOver(Catalog part, FeatureTable table)
    {
        Interlocked.Add(ref done, part.Count);
        lock (writing)
        {
            objectsTakenOver += part.Count;
            partsTakenOver++;
            Count(part, table);
        }
    }

    /// <summary>The sum.</summary>
    public FeatureReport Report(int days, int features, TimeSpan elapsed) =>
        new(objects, objects * days, features, undetected, undefined, partsTakenOver, objectsTakenOver, elapsed.TotalSeconds);

    private void Count(Catalog part, FeatureTable table)
    {
        Parts++;
        objects += part.Count;
        for (var i = 0; i < part.Count; i++)
        {
            // The last of an object's rows is of its latest day, at which most is known.
            var last = ((i + 1) * (table.Count / part.Count)) - 1;
            var none = Array.TrueForAll(table.Columns, column => double.IsNaN(column[last]));
            var isUndetected = double.IsNaN(Window.FirstDetection(part[i].LightCurve));
            undetected += isUndetected ? 1 : 0;
            undefined += none && !isUndetected ? 1 : 0;
        }

        Tell();
    }

    private void Tell() => progress?.Report(new FeatureProgress(Interlocked.Read(ref done), objectsTakenOver, total));
}
