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
    public Func<int[], double, float[]> Over(Catalog catalog)
    {
        // Trees know no bands, but their features are of certain bands in a certain unit.
        _ = description.BandMap(catalog.Schema);
        var source = FeatureSource.ForModel(description.Features, options.Features, catalog.Schema);
        return (part, day) =>
        {
            var inputs = TreeInputs.Of(description, source, catalog, part, [day]);
            return TreeProbabilities.Calibrated(model, model.PredictAll(inputs, [.. Enumerable.Range(0, part.Length)], options.Threads), Calibration?.Temperature);
        };
    }

    /// <inheritdoc/>
    public PredictionTable Predict(Catalog catalog, ReadOnlySpan<int> rows, ReadOnlySpan<double> days, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        PredictionPasses.Run(new Taxonomy(description.Taxonomy), catalog, rows, days, Over(catalog), progress, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing native is held.
    }
}
