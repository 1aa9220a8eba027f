using System.Collections.Immutable;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>How a training of trees ended.</summary>
/// <param name="Size">Values that all trees hold: nodes of boosted trees, words of nodes and leaves of forests.</param>
/// <param name="Days">Scores on the validation fold by day.</param>
/// <param name="Importances">What tells the classes apart.</param>
/// <param name="Calibration">The temperature.</param>
/// <param name="Seconds">Seconds of training, without reading the data.</param>
public sealed record TreeOutcome(long Size, ImmutableArray<DayScore> Days, TreeImportances Importances, Calibration Calibration, double Seconds);
