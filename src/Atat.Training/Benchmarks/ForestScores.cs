using System.Collections.Immutable;

namespace Atat.Training.Benchmarks;

/// <summary>How forests of several seeds did.</summary>
/// <param name="Training">Objects trained on.</param>
/// <param name="Test">Objects of the test part.</param>
/// <param name="Columns">Columns that the forests read.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Trees">Trees of each forest.</param>
/// <param name="Threads">Threads trained on.</param>
/// <param name="Seeds">The forests.</param>
public sealed record ForestScores(int Training, int Test, int Columns, int Classes, int Trees, int Threads, ImmutableArray<ForestScore> Seeds)
{
    /// <summary>Mean of macro F1.</summary>
    public double MacroF1 => Seeds.Average(s => s.MacroF1);

    /// <summary>Standard error of that mean; NaN of a single seed.</summary>
    public double StandardError => Math.Sqrt(Seeds.Sum(s => (s.MacroF1 - MacroF1) * (s.MacroF1 - MacroF1)) / (Seeds.Length - 1) / Seeds.Length);

    /// <summary>Median of the seconds of training.</summary>
    public double TrainingSeconds => Median.Of([.. Seeds.Select(s => s.TrainingSeconds)]);

    /// <summary>Median of the microseconds an object.</summary>
    public double Microseconds => Median.Of([.. Seeds.Select(s => s.Microseconds)]);
}
