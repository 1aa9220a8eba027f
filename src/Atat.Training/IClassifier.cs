using System.Collections.Immutable;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Training.Runs;

namespace Atat.Training;

/// <summary>A trained run, ready to classify: a network or trees.</summary>
public interface IClassifier : IDisposable
{
    /// <summary>Class names in the order of the probabilities.</summary>
    ImmutableArray<string> Classes { get; }

    /// <summary>What the probabilities are calibrated with; null where they are not.</summary>
    Calibration? Calibration { get; }

    /// <summary>Prepares a catalog's objects, or a table of their features, to be classified in passes.</summary>
    /// <param name="catalog">The objects.</param>
    /// <returns>Probabilities (objects, classes), row-major, of some of the objects at a day after their first detection.</returns>
    /// <exception cref="InputException">The catalog lacks a column or has an unknown band; the passes throw where the features lack an object or a day.</exception>
    Func<int[], double, float[]> Over(Catalog catalog);

    /// <summary>Classifies objects at days after their first detection.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="days">Days; positive infinity for whole light curves.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellation">Stops between passes.</param>
    /// <returns>All rows of the first day, then of the next.</returns>
    /// <exception cref="InputException">The catalog lacks a column or has an unknown band, or the features lack an object or a day.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    PredictionTable Predict(Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> days, IProgress<double>? progress = null, CancellationToken cancellation = default);
}
