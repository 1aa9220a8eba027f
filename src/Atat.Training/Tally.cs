using System.Diagnostics;
using Atat.Training.Batches;

namespace Atat.Training;

/// <summary>Sums between two evaluations.</summary>
internal sealed class Tally
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private double loss;
    private long steps;
    private long objects;
    private long tokens;
    private long slots;

    /// <summary>Mean loss of a step.</summary>
    public double Loss => steps == 0 ? 0 : loss / steps;

    /// <summary>Training objects a second.</summary>
    public double ObjectsPerSecond => objects / Math.Max(1e-9, clock.Elapsed.TotalSeconds);

    /// <summary>Share of token slots that were padding.</summary>
    public double Padding => slots == 0 ? 0 : 1 - ((double)tokens / slots);

    /// <summary>Adds a step.</summary>
    public void Add(double stepLoss, TrainingBatch batch)
    {
        loss += stepLoss;
        objects += batch.Size;
        steps++;
        foreach (var samples in batch.Parts.Select(p => p.Samples))
        {
            tokens += samples.Sum(s => s.Length + 1L);
            slots += samples.Length * (samples.Max(s => s.Length) + 1L);
        }
    }

    /// <summary>Time that further steps take at the present pace.</summary>
    public TimeSpan Remaining(long remainingSteps, int batchSize) =>
        objects == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(remainingSteps * batchSize / ObjectsPerSecond);
}
