using System.Collections.Immutable;

namespace Atat.Formats.Predictions;

/// <summary>
/// Class probabilities of objects at days after their first detection: one row an (object, day), rows of one day together.
/// On disk <c>predictions.parquet</c> (object_id, day, label, one probability column per class).
/// </summary>
public sealed class PredictionTable
{
    /// <summary>Makes a table; the arrays are kept, not copied.</summary>
    /// <param name="classes">Class names in the order of the probability columns.</param>
    /// <param name="objectIds">Identifier of each row's object.</param>
    /// <param name="days">Days after the first detection of each row.</param>
    /// <param name="labels">Class of each row's object (a class name, not a fine label); null where unlabelled.</param>
    /// <param name="probabilities">Row-major (rows, classes); each row sums to 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public PredictionTable(ImmutableArray<string> classes, string[] objectIds, double[] days, string?[] labels, float[] probabilities)
    {
        if (days.Length != objectIds.Length || labels.Length != objectIds.Length || probabilities.Length != objectIds.Length * classes.Length)
        {
            throw new ArgumentException($"{objectIds.Length} ids, {days.Length} days, {labels.Length} labels and {probabilities.Length} probabilities of {classes.Length} classes do not fit.", nameof(objectIds));
        }

        Classes = classes;
        ObjectIds = objectIds;
        Days = days;
        Labels = labels;
        Probabilities = probabilities;
    }

    /// <summary>Class names in the order of the probability columns.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Number of rows.</summary>
    public int Count => ObjectIds.Length;

    /// <summary>Identifier of each row's object.</summary>
    public string[] ObjectIds { get; }

    /// <summary>Days after the first detection of each row.</summary>
    public double[] Days { get; }

    /// <summary>Class of each row's object; null where unlabelled.</summary>
    public string?[] Labels { get; }

    /// <summary>Row-major (rows, classes).</summary>
    public float[] Probabilities { get; }

    /// <summary>Probabilities of one row, in the order of <see cref="Classes"/>.</summary>
    public ReadOnlySpan<float> Row(int row) => Probabilities.AsSpan(row * Classes.Length, Classes.Length);
}
