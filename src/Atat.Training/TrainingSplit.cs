using Atat.LightCurves;

namespace Atat.Training;

/// <summary>Rows of a catalog that a run trains and validates on, and their classes.</summary>
/// <param name="Training">Labelled objects of the training part outside the validation fold.</param>
/// <param name="Validation">Labelled objects of the validation fold.</param>
/// <param name="Classes">Class of every object of the catalog, -1 where unlabelled.</param>
public sealed record TrainingSplit(int[] Training, int[] Validation, int[] Classes)
{
    /// <summary>Training objects of each class.</summary>
    public int[] Counts(int classes)
    {
        var counts = new int[classes];
        foreach (var row in Training)
        {
            counts[Classes[row]]++;
        }

        return counts;
    }

    /// <summary>Reads the split that stands in a catalog.</summary>
    /// <exception cref="InputException">The catalog is not split, a fold or a class is empty, or a label is outside the taxonomy.</exception>
    public static TrainingSplit Of(Catalog catalog, int validationFold)
    {
        var taxonomy = catalog.Schema.Taxonomy;
        var classes = new int[catalog.Count];
        List<int> training = [], validation = [];
        for (var i = 0; i < catalog.Count; i++)
        {
            var label = catalog.Labels[i];
            classes[i] = label is null ? -1 : taxonomy.ClassOf(label);
            if (label is not null && classes[i] < 0)
            {
                throw new InputException($"Object '{catalog.Ids[i]}' has the label '{label}', which the taxonomy lacks; import it with a taxonomy that has it.");
            }

            if (classes[i] >= 0 && catalog.Partitions[i] == Partition.Train)
            {
                (catalog.Folds[i] == validationFold ? validation : training).Add(i);
            }
        }

        if (training.Count == 0 || validation.Count == 0)
        {
            throw new InputException(training.Count + validation.Count == 0
                ? "The catalog has no labelled training objects; split it first: atat split CATALOG --test-share 0.2 --folds 5."
                : $"Fold {validationFold} has {validation.Count} of {training.Count + validation.Count} labelled training objects; choose data.validation_fold among the folds, or split with --folds.");
        }

        var seen = training.Select(i => classes[i]).ToHashSet();
        if (taxonomy.Classes.Where((_, c) => !seen.Contains(c)).FirstOrDefault() is { } missing)
        {
            throw new InputException($"Class '{missing}' has no training objects; remove it from the taxonomy or add objects.");
        }

        return new TrainingSplit([.. training], [.. validation], classes);
    }
}
