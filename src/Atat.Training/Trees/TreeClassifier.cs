using System.Collections.Immutable;
using Atat.Forests;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>Classifies with trained trees; needs their folder and data, nothing else, and no native library.</summary>
public sealed class TreeClassifier : IClassifier
{
    // Rows between two reports of progress.
    private const int RowsAtOnce = 8192;

    private readonly IForest model;
    private readonly ModelDescription description;
    private readonly ClassifierOptions options;

    private TreeClassifier(IForest model, ModelDescription description, Calibration? calibration, ClassifierOptions options)
    {
        this.model = model;
        this.description = description;
        this.options = options;
        Calibration = calibration;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Classes => description.Classes();

    /// <inheritdoc/>
    public Calibration? Calibration { get; }

    /// <summary>Opens a run of trees.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="options">How it is used.</param>
    /// <exception cref="InputException">The folder lacks a file, or one is damaged.</exception>
    public static TreeClassifier Open(RunFolder folder, ClassifierOptions options)
    {
        var meaning = folder.ReadDescription();
        return new TreeClassifier(
            TreeFiles.Read(folder, folder.ReadInfo().Model, meaning),
            meaning,
            options.Calibrated ? folder.ReadCalibration() : null,
            options);
    }

    /// <inheritdoc/>
    public PredictionTable Predict(Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> days, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        // Trees know no bands, but their features are of certain bands in a certain unit.
        _ = description.BandMap(catalog.Schema);
        var source = FeatureSource.ForModel(description.Features, options.Features, catalog.Schema);
        var taxonomy = new Taxonomy(description.Taxonomy);
        var classes = model.Classes;
        var total = rows.Length * days.Length;
        var probabilities = new float[total * classes];
        var (ids, dayOf, labels) = (new string[total], new double[total], new string?[total]);
        var next = 0;
        foreach (var day in days)
        {
            for (var start = 0; start < rows.Length; start += RowsAtOnce)
            {
                cancellation.ThrowIfCancellationRequested();
                var part = rows.Slice(start, Math.Min(RowsAtOnce, rows.Length - start)).ToArray();
                var inputs = TreeInputs.Of(description, source, catalog, part, [day]);
                var raw = model.PredictAll(inputs, [.. Enumerable.Range(0, part.Length)], options.Threads);
                TreeProbabilities.Calibrated(model, raw, Calibration?.Temperature).CopyTo(probabilities.AsSpan(next * classes));
                foreach (var row in part)
                {
                    ids[next] = catalog.Ids[row];
                    dayOf[next] = day;
                    labels[next] = catalog.Labels[row] is { } label && taxonomy.ClassOf(label) is var c and >= 0 ? taxonomy.Classes[c] : null;
                    next++;
                }

                progress?.Report((double)next / total);
            }
        }

        return new PredictionTable(taxonomy.Classes, ids, dayOf, labels, probabilities);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing native is held.
    }
}
