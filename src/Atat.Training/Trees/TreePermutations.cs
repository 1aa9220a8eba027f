using System.Collections.Immutable;
using System.Globalization;
using Atat.Forests;
using Atat.LightCurves;
using Atat.Metrics;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>Importances of the columns of a run of trees by permutation on the validation fold, beside those of the training.</summary>
/// <param name="Families">Families of columns, each permuted together, the most important first.</param>
/// <param name="Columns">Columns, the most important first.</param>
public sealed record TreePermutations(ImmutableArray<PermutedColumns> Families, ImmutableArray<PermutedColumns> Columns)
{
    /// <summary>Measures them: values are exchanged among the objects of the validation fold, at all training days alike; the score is macro F1 over these days together.</summary>
    /// <param name="folder">A run of trees.</param>
    /// <param name="catalog">The catalog it was trained on.</param>
    /// <param name="threads">Threads; 0 for all processors. The result does not depend on it.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InputException">The run is damaged, or the data are not those that it was trained on.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TreePermutations Of(RunFolder folder, Catalog catalog, int threads, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var config = folder.ReadRunConfig() as TreeConfig ?? throw new InputException($"{folder.Path} holds a network, not trees; importances are of trees.");
        var (description, days) = (folder.ReadDescription(), config.TrainingDays());
        var model = TreeFiles.Read(folder, folder.ReadInfo().Model, description);
        var split = TrainingSplit.Of(catalog, config.Data.ValidationFold);
        var features = TreeInputs.Of(description, FeatureSource.ForTraining(config, catalog.Schema), catalog, split.Validation, days);
        int[] truth = [.. days.SelectMany(_ => split.Validation.Select(i => split.Classes[i]))];

        var (columns, families) = (description.Columns(), TreeImportances.FamiliesOf(description, catalog.Schema));
        var names = families.Distinct(StringComparer.Ordinal).ToArray();
        var impurity = TreeImportances.Of(model, columns, families);
        var ofColumn = impurity.Columns.ToLookup(c => c.Column, c => c.Importance, StringComparer.Ordinal);
        var ofFamily = impurity.Families.ToDictionary(f => f.Family, f => f.Importance, StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<int>> groups =
        [
            .. names.Select(name => Enumerable.Range(0, columns.Length).Where(k => families[k] == name).ToImmutableArray()),
            .. Enumerable.Range(0, columns.Length).Select(k => ImmutableArray.Create(k)),
        ];
        double Score(float[] probabilities) => ConfusionMatrix.FromLabels(truth, ArgMax.OfRows<float>(probabilities, model.Classes), model.Classes).MacroF1;
        var drops = PermutationImportance.Of(model, features, groups, Score, new PermutationSettings { Block = split.Validation.Length, Seed = config.Seed, Threads = threads }, progress, cancellation);
        return new TreePermutations(
            Sorted(names.Select((name, g) => new PermutedColumns(null, name, ofFamily[name], drops[g]))),
            Sorted(columns.Select((name, k) => new PermutedColumns(name, families[k], ofColumn[name].First(), drops[names.Length + k]))));
    }

    /// <summary>As CSV: one line a family, which has no column, then one line a column.</summary>
    public string ToCsv() => "column,family,impurity,permutation,standard_deviation\n" + string.Concat(Families.Concat(Columns).Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"{TreeImportances.Cell(row.Column ?? string.Empty)},{TreeImportances.Cell(row.Family)},{row.Impurity:G6},{row.Permutation.Mean:G6},{row.Permutation.Deviation:G6}\n")));

    private static ImmutableArray<PermutedColumns> Sorted(IEnumerable<PermutedColumns> rows) =>
        [.. rows.OrderByDescending(row => row.Permutation.Mean).ThenByDescending(row => row.Impurity)];
}
