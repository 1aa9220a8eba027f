using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Networks.Quantiles;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.FeatureTables;
using Atat.Training.Runs;

namespace Atat.Training.Tests.Data;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class FeatureInputTests : IDisposable
{
    private static readonly TrainingConfig Small = Presets.Atat with
    {
        Inputs = ["feat"],
        Window = new WindowConfig { Mta = true, Days = [8, 2048] },
        Network = new NetworkConfig { LightCurve = new TransformerShape(2, 8, 2), Tabular = new TransformerShape(2, 4, 2), Harmonics = 8, Period = 100 },
        Optimiser = new OptimiserConfig { LearningRate = 5e-3, WarmupSteps = 5, Averaging = 0.9 },
        Batch = new BatchConfig { Size = 32, MicroBatchTokens = 2048 },
        Stopping = new StoppingConfig { Steps = 150, EvaluateEvery = 50 },
    };

    private static readonly Catalog Catalog = ToySurvey.Make(120);

    private readonly string root = Directory.CreateTempSubdirectory("atat").FullName;

    private string Table => Path.Combine(root, "features.parquet");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("feat")]
    [InlineData("lc", "md", "feat")]
    public void ANetworkLearnsFromFeaturesAndPredictsTheSameFromATableAsFromComputedOnes(params string[] inputs)
    {
        Write(8, 2048);
        var folder = new RunFolder(Path.Combine(root, "run"));
        var config = Small with { Inputs = inputs, Data = new DataConfig { Features = Table, FeatureColumns = ["IQR", "SN"] } };
        var outcome = Trainer.Run(config, Catalog, folder, new TrainerOptions { Threads = 2 }, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(outcome.BestMacroF1, 0.75, 1);
        Assert.All(folder.ReadDescription().Features!.Features, f => Assert.True(f.StartsWith("iqr", StringComparison.Ordinal) || f.Contains("flux", StringComparison.Ordinal) || f.Contains("det", StringComparison.Ordinal) || f.StartsWith("positive", StringComparison.Ordinal), f));

        var rows = Enumerable.Range(0, Catalog.Count).ToArray();
        var expected = Probabilities(folder, Table, rows, 8, 2048);
        Assert.Equal(expected, Probabilities(folder, null, rows, 8, 2048));

        // Another day is no day of training, but features can be computed there.
        Assert.NotEqual(expected[..rows.Length], Probabilities(folder, null, rows, 4)[..rows.Length]);
        Assert.Contains("no features at day 4", Assert.Throws<InputException>(() => Probabilities(folder, Table, rows, 4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryDayHasItsOwnTransformationAndOtherDaysThatOfTheOneBefore()
    {
        Write(8, 128, 2048);
        var source = FeatureSource.Read(Table, []);
        var rows = TrainingSplit.Of(Catalog, 0).Training;
        var fitted = FeatureTransformation.Fit(source, Catalog, rows, [2048, 8, 128, double.PositiveInfinity]);
        Assert.Equal([8d, 128, 2048], fitted.Days);
        Assert.Equal([0, 0, 0, 1, 1, 2, 2], new double[] { 1, 8, 127.9, 128, 2047, 2048, double.PositiveInfinity }.Select(fitted.DayIndex));

        var values = source.Values(Catalog, rows, 128);
        var k = source.Set.Features.IndexOf("positive_fraction_g");
        var column = Enumerable.Range(0, rows.Length).Select(i => values[(i * fitted.Width) + k]).ToArray();
        var expected = QuantileTransformation.Fit(column, 1000);
        var inputs = FeatureInputs.Of(fitted, source, Catalog, rows, [8, 128]);
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal((float)expected.Transform(column[i]), inputs.Row(rows[i], 128)[k]);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TransformationsComeBackFromTheRunFolder(bool quantile)
    {
        Write(8, 2048);
        var source = FeatureSource.Read(Table, []);
        var (split, folder) = (TrainingSplit.Of(Catalog, 0), new RunFolder(Path.Combine(root, "run")));
        var fitted = FeatureTransformation.Fit(source, Catalog, split.Training, [8, 2048], quantile);
        folder.Write(MetadataTransformation.Fit(Catalog, ["z", "size"], split.Training, !quantile), FeatureTransformation.None);
        var fittedMetadata = MetadataTransformation.Fit(Catalog, ["z", "size"], split.Training, quantile);
        folder.Write(fittedMetadata, fitted);
        Assert.Equal(quantile, File.Exists(Path.Combine(folder.Path, "quantiles.parquet")));
        Assert.NotEqual(quantile, File.Exists(Path.Combine(folder.Path, "standardisation.json")));
        var (metadata, again) = folder.ReadTransformations(source.Set);
        Assert.Equal(["z", "size"], metadata.Columns);
        Assert.Equal(fittedMetadata.Apply(Catalog), metadata.Apply(Catalog));
        Assert.Equal(fitted.Days, again.Days);
        Assert.Equal(fitted.Apply(source, Catalog, split.Validation, 8), again.Apply(source, Catalog, split.Validation, 8));
        Assert.Contains("not those of classes.json", Assert.Throws<InputException>(() => folder.ReadTransformations(source.Set with { Features = ["iqr_g"] })).Message, StringComparison.Ordinal);
        Assert.Same(FeatureTransformation.None, folder.ReadTransformations(null).Features);
    }

    [Fact]
    public void MistakesAreNamed()
    {
        Write(8);
        string Message(DataConfig data) => Assert.Throws<InputException>(() =>
            Trainer.Run(Small with { Data = data }, Catalog, new RunFolder(Path.Combine(root, "run")), new TrainerOptions(), cancellation: TestContext.Current.CancellationToken)).Message;

        Assert.Contains("needs a table of features", Message(new DataConfig()), StringComparison.Ordinal);
        Assert.Contains("no features at day 2048; it has days 8", Message(new DataConfig { Features = Table }), StringComparison.Ordinal);
        Assert.Contains("no feature and no family 'MHSP'", Message(new DataConfig { Features = Table, FeatureColumns = ["MHSP"] }), StringComparison.Ordinal);
        var other = ToySurvey.Make(10).WithSchema(ToySurvey.Schema with { Passbands = [new Passband("u", 3700), new Passband("r", 6200)] });
        Assert.Contains("'iqr_g', which is not computed for the catalog's bands", Assert.Throws<InputException>(() => FeatureSource.Computed(other.Schema, FeatureFile.ReadSet(Table))).Message, StringComparison.Ordinal);
        Assert.Contains("another program", Assert.Throws<InputException>(() => FeatureSource.Computed(Catalog.Schema, new FeatureSet(null, null, Published: false, ["a"]))).Message, StringComparison.OrdinalIgnoreCase);
        var few = FeatureSource.Read(Table, ["iqr_g"]);
        Assert.Contains("no features of object", Assert.Throws<InputException>(() => few.Values(ToySurvey.Make(130), [125], 8)).Message, StringComparison.Ordinal);
    }

    private static float[] Probabilities(RunFolder folder, string? features, int[] rows, params double[] days)
    {
        using var classifier = Classifiers.Open(folder, new ClassifierOptions { Threads = 1, Features = features });
        return classifier.Predict(Catalog, rows, days, cancellation: TestContext.Current.CancellationToken).Probabilities;
    }

    private void Write(params double[] days) =>
        FeatureFile.Write(Table, FeatureRows.Compute(Catalog, days, new FeatureExtractor(Catalog.Schema, new FeatureSettings())));
}
