using Atat.Forests;
using Atat.LightCurves;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>What trees are trained on: one row an object and training day (thesis section 4.4.1).</summary>
/// <param name="Features">Metadata and features of all rows.</param>
/// <param name="Training">Rows to train on.</param>
/// <param name="Validation">Rows of the validation fold: all objects at the first day, then at the next.</param>
internal sealed record TreeTable(FeatureMatrix Features, LabelledRows Training, LabelledRows Validation)
{
    /// <summary>Takes the rows out of a catalog.</summary>
    /// <param name="description">Names the columns.</param>
    /// <param name="source">Gives the features; null where the model reads none.</param>
    /// <param name="catalog">The objects.</param>
    /// <param name="split">Which are for what.</param>
    /// <param name="days">Days after the first detection.</param>
    /// <exception cref="InputException">The catalog lacks a column, or the features an object or a day.</exception>
    public static TreeTable Of(ModelDescription description, FeatureSource? source, Catalog catalog, TrainingSplit split, double[] days)
    {
        int[] objects = [.. split.Training, .. split.Validation];
        return new TreeTable(
            TreeInputs.Of(description, source, catalog, objects, days),
            LabelledRows.Of(objects, split.Classes, days.Length, ..split.Training.Length),
            LabelledRows.Of(objects, split.Classes, days.Length, split.Training.Length..));
    }
}
