using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Training.Configuration;
using Atat.Training.Runs;
using Atat.Training.Trees;

namespace Atat.Training.Tests.Trees;

public sealed class TreeRunTests(TreeSurvey survey) : IClassFixture<TreeSurvey>, IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("atat-trees-").FullName;

    public static TheoryData<TreeKind> Kinds => [TreeKind.Hierarchical, TreeKind.Balanced, TreeKind.Boosted];

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_model_learns_and_a_copied_run_predicts_the_same(TreeKind kind)
    {
        var outcome = Run(kind, Folder("run"));
        Assert.Equal([8, 2048], outcome.Days.Select(d => d.Day));
        Assert.InRange(outcome.Days[^1].MacroF1, 0.95, 1);
        Assert.Equal(kind == TreeKind.Boosted ? ModelKind.Boosted : ModelKind.Forest, Folder("run").ReadInfo().Model);
        Assert.Equal(outcome.Size, Folder("run").ReadInfo().Parameters);
        Assert.Contains(TreeConfigFile.Write(survey.Config(kind)), Folder("run").ConfigText(), StringComparison.Ordinal);
        Assert.Equal(0, Folder("run").ReadRunConfig().Data.ValidationFold);

        var expected = Predict(Folder("run"), survey.Features, 8, double.PositiveInfinity);
        Assert.Equal(["Rise", "Fall"], expected.Classes);
        Assert.All(Enumerable.Range(0, expected.Count), i => Assert.Equal(1, expected.Row(i).ToArray().Sum(), 1e-5));
        Assert.InRange(Enumerable.Range(survey.Catalog.Count, survey.Catalog.Count).Count(i => expected.Labels[i] == expected.Classes[expected.Row(i)[0] > 0.5 ? 0 : 1]), 0.95 * survey.Catalog.Count, survey.Catalog.Count);

        var copy = Folder("copy");
        Directory.Move(Folder("run").Path, copy.Path);
        Assert.Equal(expected.Probabilities, Predict(copy, survey.Features, 8, double.PositiveInfinity).Probabilities);
        Assert.Equal(expected.Probabilities, Predict(copy, null, 8, double.PositiveInfinity).Probabilities);
        Assert.Equal(survey.Catalog.Count, Predict(copy, null, 30).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Neither_threads_nor_a_second_training_change_a_model(TreeKind kind)
    {
        Run(kind, Folder("one"), threads: 1);
        Run(kind, Folder("two"), threads: 2);
        string ModelOf(string name) => kind == TreeKind.Boosted ? Folder(name).Boosted : Folder(name).Forest;
        Assert.Equal(File.ReadAllBytes(ModelOf("one")), File.ReadAllBytes(ModelOf("two")));
        Assert.Equal(File.ReadAllText(Folder("one").Importances), File.ReadAllText(Folder("two").Importances));
        Run(kind, Folder("other"), seed: 4);
        Assert.NotEqual(File.ReadAllBytes(ModelOf("one")), File.ReadAllBytes(ModelOf("other")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cancelled_training_leaves_no_run_and_can_be_begun_again(TreeKind kind)
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => TreeTrainer.Run(survey.Config(kind), survey.Catalog, Folder("run"), new TrainerOptions { Threads = 1 }, new Listener(_ => source.Cancel()), source.Token));
        Assert.False(Directory.Exists(Folder("run").Path));
        Run(kind, Folder("run"));
    }

    [Fact]
    public void Importances_are_shares_with_their_families()
    {
        var importances = Run(TreeKind.Balanced, Folder("run")).Importances;
        Assert.Equal(1, importances.Columns.Sum(c => c.Importance), 1e-9);
        Assert.Equal(1, importances.Families.Sum(f => f.Importance), 1e-9);
        Assert.Equal("metadata", importances.Columns.Single(c => c.Column == "size").Family);
        var lines = File.ReadAllLines(Folder("run").Importances);
        Assert.Equal("column,family,importance", lines[0]);
        Assert.Equal(importances.Columns.Length + 1, lines.Length);
        Assert.Equal(importances.Columns[0].Column, lines[1].Split(',')[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Importances_by_permutation_find_what_tells_the_classes_apart(TreeKind kind)
    {
        Run(kind, Folder("run"));
        TreePermutations Permute(int threads) => TreePermutations.Of(Folder("run"), survey.Catalog, threads, cancellation: TestContext.Current.CancellationToken);
        var permutations = Permute(1);
        Assert.Equal(permutations.ToCsv(), Permute(2).ToCsv());
        Assert.Equal(1, permutations.Columns.Sum(c => c.Impurity), 1e-9);
        Assert.Equal(1, permutations.Families.Sum(f => f.Impurity), 1e-9);
        Assert.True(permutations.Families[0].Permutation.Mean > 0.02, $"{permutations.Families[0]}");
        Assert.Equal(permutations.Columns.OrderByDescending(c => c.Permutation.Mean).Select(c => c.Permutation.Mean), permutations.Columns.Select(c => c.Permutation.Mean));

        // What no split asks for can be exchanged at no loss.
        Assert.All(permutations.Columns.Where(c => c.Impurity == 0), c => Assert.Equal(0, c.Permutation.Mean));
        var lines = permutations.ToCsv().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("column,family,impurity,permutation,standard_deviation", lines[0]);
        Assert.Equal(1 + permutations.Families.Length + permutations.Columns.Length, lines.Length);
        Assert.StartsWith($",{permutations.Families[0].Family},", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_temperature_keeps_what_is_predicted_and_zero_probabilities_stay_finite()
    {
        Run(TreeKind.Balanced, Folder("run"));
        var calibration = Folder("run").ReadCalibration()!;
        Assert.InRange(calibration.Temperature, 0.1, 100);
        Assert.True(calibration.LogLossAfter <= calibration.LogLossBefore);
        Assert.True(double.IsFinite(calibration.LogLossBefore));
        Folder("run").Write(calibration with { Temperature = 3 });
        using var with = Classifiers.Open(Folder("run"), new ClassifierOptions());
        using var without = Classifiers.Open(Folder("run"), new ClassifierOptions { Calibrated = false });
        var (soft, own) = (Predict(with, 8), Predict(without, 8));
        Assert.Contains(own.Probabilities, p => p == 0);
        Assert.DoesNotContain(soft.Probabilities, p => p == 0);
        Assert.All(Enumerable.Range(0, own.Count), i => Assert.Equal(own.Row(i)[0] >= own.Row(i)[1], soft.Row(i)[0] >= soft.Row(i)[1]));
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var config = survey.Config(TreeKind.Balanced);
        string Message(TreeConfig wrong, Catalog? catalog = null) => Assert.Throws<InputException>(() => TreeTrainer.Run(wrong, catalog ?? survey.Catalog, Folder("a"), new TrainerOptions(), null, TestContext.Current.CancellationToken)).Message;
        Assert.Contains("--features FILE", Message(config with { Data = new DataConfig() }), StringComparison.Ordinal);
        Assert.Contains("no features at day 9", Message(config with { Days = [9] }), StringComparison.Ordinal);
        Assert.Contains("no metadata column 'zz', which the model reads", Message(config with { Data = config.Data with { Metadata = ["zz"] } }), StringComparison.Ordinal);
        Assert.Contains("no feature and no family 'SNN'", Message(config with { Data = config.Data with { FeatureColumns = ["SNN"] } }), StringComparison.Ordinal);
        Assert.Contains("no features of object 'toy-", Message(config, ToySurvey.Make(TreeSurvey.Objects + 40)), StringComparison.Ordinal);

        Run(TreeKind.Balanced, Folder("run"));
        Assert.Contains("already holds a run", Assert.Throws<InputException>(() => Run(TreeKind.Balanced, Folder("run"))).Message, StringComparison.Ordinal);
        Assert.Contains("holds trees, not a network", Assert.Throws<InputException>(() => Folder("run").ReadConfig()).Message, StringComparison.Ordinal);
        var unknown = survey.Catalog.WithSchema(survey.Catalog.Schema with { Passbands = [new Passband("g", 4800), new Passband("q", 6200)] });
        using var classifier = Classifiers.Open(Folder("run"), new ClassifierOptions());
        Assert.Contains("band 'q'", Assert.Throws<InputException>(() => classifier.Predict(unknown, [0], [8])).Message, StringComparison.Ordinal);
        var description = Folder("run").ReadDescription();
        Folder("run").Write(description with { Metadata = description.Metadata[..1] });
        Assert.Contains("not those of classes.json", Assert.Throws<InputException>(() => Classifiers.Open(Folder("run"), new ClassifierOptions())).Message, StringComparison.Ordinal);
    }

    private TreeOutcome Run(TreeKind kind, RunFolder folder, int threads = 1, int seed = 3) =>
        TreeTrainer.Run(survey.Config(kind) with { Seed = seed }, survey.Catalog, folder, new TrainerOptions { Threads = threads }, null, TestContext.Current.CancellationToken);

    private PredictionTable Predict(RunFolder folder, string? features, params double[] days)
    {
        using var classifier = Classifiers.Open(folder, new ClassifierOptions { Features = features, Threads = 2 });
        return Predict(classifier, days);
    }

    private PredictionTable Predict(IClassifier classifier, params double[] days) =>
        classifier.Predict(survey.Catalog, [.. Enumerable.Range(0, survey.Catalog.Count)], days, cancellation: TestContext.Current.CancellationToken);

    private RunFolder Folder(string name) => new(Path.Combine(root, name));

    private sealed class Listener(Action<TreeProgress> listen) : IProgress<TreeProgress>
    {
        public void Report(TreeProgress value) => listen(value);
    }
}
