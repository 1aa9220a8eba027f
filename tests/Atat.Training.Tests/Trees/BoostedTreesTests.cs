using Atat.Forests;
using Atat.LightCurves;
using Atat.Training.Configuration;
using Atat.Training.Trees;

namespace Atat.Training.Tests.Trees;

public sealed class BoostedTreesTests
{
    private static readonly BoostedSettings Small = new() { Rounds = 20, Patience = 5, FeatureFraction = 0.7, MinDataInLeaf = 5 };

    [Fact]
    public void Probabilities_are_those_of_LightGBM_itself()
    {
        var (features, classes) = Table(rows: 600, seed: 1);
        var text = Train(features, classes, Small);
        var trees = Read(text);
        var unseen = Table(rows: 500, seed: 2).Features;
        var expected = LightGbmPredictor.Predict(text, RowMajor(unseen), unseen.Rows, unseen.Columns, 3);
        var actual = trees.PredictAll(unseen, All(unseen), threads: 1);
        var row = new float[unseen.Columns];
        var one = new float[3];
        for (var i = 0; i < unseen.Rows; i++)
        {
            unseen.CopyRow(i, row);
            trees.Predict(row, one);
            Assert.Equal(one, actual[(i * 3)..((i + 1) * 3)]);
            Assert.All(one.Select((p, c) => Math.Abs(p - expected[(i * 3) + c])), difference => Assert.InRange(difference, 0, 1e-7));
        }
    }

    [Fact]
    public void Neither_threads_nor_runs_change_a_model_but_seeds_do()
    {
        var (features, classes) = Table(rows: 600, seed: 1);
        var text = Train(features, classes, Small, threads: 1);
        Assert.Equal(text, Train(features, classes, Small, threads: 2));
        Assert.NotEqual(text, Train(features, classes, Small, seed: 8));
        Assert.Equal(Read(text).PredictAll(features, All(features), 1), Read(text).PredictAll(features, All(features), 3));
    }

    [Fact]
    public void Training_ends_when_the_validation_rows_are_predicted_no_better_and_keeps_the_best_round()
    {
        var (features, classes) = Table(rows: 400, seed: 3);
        var rounds = new List<BoostedRound>();
        var text = Train(features, classes, Small with { Rounds = 500, LearningRate = 0.5 }, progress: new Listener(rounds.Add));
        var best = rounds.MinBy(r => r.ValidationLoss);
        Assert.Equal(best.Round + Small.Patience, rounds.Count);
        Assert.Equal(best.Round, Read(text).Rounds);
        Assert.InRange(rounds[^1].TrainingLoss, 0, rounds[0].TrainingLoss / 2);
    }

    [Fact]
    public void Balanced_weights_raise_the_probability_of_a_rare_class()
    {
        var (features, classes) = Table(rows: 900, seed: 4);
        var rare = Enumerable.Range(0, classes.Length).Where(i => classes[i] != 2 || i % 15 == 2).ToArray();
        float Mean(bool isBalanced)
        {
            var trees = Read(Train(features, classes, Small with { Balanced = isBalanced }, rows: rare));
            return trees.PredictAll(features, All(features), 1).Where((_, i) => i % 3 == 2).Average();
        }

        Assert.InRange(Mean(isBalanced: true), 1.1f * Mean(isBalanced: false), 1);
    }

    [Fact]
    public void Gains_are_those_of_the_features_that_tell_classes_apart()
    {
        var (features, classes) = Table(rows: 600, seed: 5);
        var gains = Read(Train(features, classes, Small)).Gains;
        Assert.Equal(features.Columns, gains.Length);
        Assert.InRange(gains[0] + gains[1], 0.8 * gains.Sum(), gains.Sum());
    }

    [Fact]
    public void A_cancelled_training_ends()
    {
        var (features, classes) = Table(rows: 300, seed: 6);
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Train(features, classes, Small, progress: new Listener(_ => source.Cancel()), cancellation: source.Token));
    }

    [Theory]
    [InlineData("num_class=3", "num_class=many", "line 3: not a model of boosted trees: 'num_class' is no number from 1 to")]
    [InlineData("objective=multiclass", "objective=binary", "objective is 'binary num_class:3'")]
    [InlineData("left_child=1", "left_child=0", "split 0 has no child 0")]
    [InlineData("end of trees", "end", "it ends without 'end of trees'")]
    [InlineData("num_cat=0", "num_cat=1", "splits by categories")]
    [InlineData("split_feature=", "split_feature=99 ", "numbers, and has")]
    [InlineData("max_feature_idx=3", "max_feature_idx=0", "and there are 1")]
    [InlineData("leaf_value=", "leaf_value=1e999 ", "numbers, and has")]
    [InlineData("threshold=", "treshold=", "there is no 'threshold' before this line")]
    public void Damage_is_named(string sound, string damaged, string says)
    {
        var (features, classes) = Table(rows: 300, seed: 7);
        var text = Train(features, classes, Small with { Rounds = 2 });
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var message = Assert.Throws<InputException>(() => Read(text.Replace(sound, damaged, StringComparison.Ordinal))).Message;
        Assert.StartsWith("boosted.txt line ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_LightGBM_refuses_are_written_as_it_wants_them()
    {
        var (features, classes) = Table(rows: 300, seed: 8);
        var named = new FeatureMatrix(["a b", "a{b", "Größe", "a_b"], [.. Enumerable.Range(0, 4).Select(k => features.Column(k).ToArray())]);
        Assert.Contains("feature_names=a_b a_b_column1 Gr__e a_b_column3\n", Train(named, classes, Small), StringComparison.Ordinal);
    }

    private static string Train(FeatureMatrix features, int[] classes, BoostedSettings settings, int seed = 7, int threads = 1, int[]? rows = null, IProgress<BoostedRound>? progress = null, CancellationToken? cancellation = null)
    {
        rows ??= All(features);
        LabelledRows Part(bool isValidation) => new([.. rows.Where(r => r % 5 == 0 == isValidation)], [.. rows.Where(r => r % 5 == 0 == isValidation).Select(r => classes[r])]);
        return BoostedTraining.Train(features, Part(false), Part(true), 3, settings, seed, threads, progress, cancellation ?? TestContext.Current.CancellationToken);
    }

    private static BoostedTrees Read(string text) => BoostedTreesFile.Read(new StringReader(text), "boosted.txt");

    // Two columns that tell three classes apart, and two that do not: with missing, infinite, huge and equal values among them.
    private static (FeatureMatrix Features, int[] Classes) Table(int rows, int seed)
    {
        var random = new Random(seed);
        var classes = Enumerable.Range(0, rows).Select(i => i % 3).ToArray();
        float[] first = [.. classes.Select(c => random.NextDouble() < 0.1 ? float.NaN : c + (float)random.NextDouble())];
        float[] second = [.. classes.Select(c => c == 1 && random.NextDouble() < 0.7 ? float.NaN : (float)random.NextDouble() * 1e20f)];
        float[] third = [.. classes.Select(_ => random.Next(4) switch { 0 => float.PositiveInfinity, 1 => float.NegativeInfinity, 2 => 0, _ => -9999 })];
        float[] fourth = [.. classes.Select(_ => seed % 2 == 0 && random.Next(3) == 0 ? float.NaN : (float)random.NextDouble() - 0.5f)];
        return (new FeatureMatrix(["a", "b", "c", "d"], [first, second, third, fourth]), classes);
    }

    // As training gives them to LightGBM: infinite values are missing.
    private static float[] RowMajor(FeatureMatrix features) =>
        [.. All(features).SelectMany(i => Enumerable.Range(0, features.Columns).Select(k => float.IsFinite(features.Column(k)[i]) ? features.Column(k)[i] : float.NaN))];

    private static int[] All(FeatureMatrix features) => [.. Enumerable.Range(0, features.Rows)];

    private sealed class Listener(Action<BoostedRound> listen) : IProgress<BoostedRound>
    {
        public void Report(BoostedRound value) => listen(value);
    }
}
