namespace Atat.Metrics.Tests;

public sealed class RankingTests
{
    private static readonly Gen<(double[] Scores, bool[] Positive)> Samples =
        Gen.Select(Gen.Int[0, 8].Select(x => x / 8.0), Gen.Bool).Array[2, 50]
            .Where(a => a.Any(x => x.Item2) && a.Any(x => !x.Item2))
            .Select(a => (a.Select(x => x.Item1).ToArray(), a.Select(x => x.Item2).ToArray()));

    [Fact]
    public void Curve_by_hand()
    {
        var curve = RocCurve.Compute([0.1, 0.4, 0.35, 0.8], [false, false, true, true])!;

        Assert.Equal([0, 0, 0.5, 0.5, 1], curve.FalsePositiveRate);
        Assert.Equal([0, 0.5, 0.5, 1, 1], curve.TruePositiveRate);
        Assert.Equal(0.75, curve.Area);
        Assert.Equal(5 / 6.0, PrecisionRecallCurve.Compute([0.1, 0.4, 0.35, 0.8], [false, false, true, true])!.AveragePrecision, 1e-15);
    }

    [Fact]
    public void Undefined_where_a_kind_is_missing()
    {
        Assert.Null(RocCurve.Compute([0.1, 0.2], [true, true]));
        Assert.Null(RocCurve.Compute([], []));
        Assert.Null(PrecisionRecallCurve.Compute([0.1], [false]));
        Assert.True(double.IsNaN(new RankedScores([0.1], [false]).Auc()));
        Assert.True(double.IsNaN(RocAuc.OneVersusRest([1, 0, 1, 0], [0, 0])[0]));
        Assert.Equal(1, RocAuc.OneVersusRestMacro([0.8, 0.2, 0, 0.1, 0.9, 0], [0, 1]));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new RankedScores([double.NaN], [true]));
        Assert.Throws<ArgumentException>(() => RocCurve.Compute([0.1, 0.2], [true]));
        Assert.Throws<ArgumentException>(() => RocAuc.OneVersusRest([0.5, 0.5, 0.5], [0, 1]));
        Assert.Throws<ArgumentException>(() => RocAuc.OneVersusRest([0.5, 0.5], [2]));
    }

    [Fact]
    public void Area_is_the_share_of_pairs_in_order() => Samples.Sample(s =>
    {
        var above = s.Scores.Where((_, i) => s.Positive[i]);
        var below = s.Scores.Where((_, i) => !s.Positive[i]).ToArray();
        var pairs = above.SelectMany(p => below.Select(n => (1 + Math.Sign(p - n)) / 2.0));
        var auc = new RankedScores(s.Scores, s.Positive).Auc();

        Assert.Equal(pairs.Average(), auc, 1e-12);
        Assert.Equal(auc, RocCurve.Compute(s.Scores, s.Positive)!.Area, 1e-12);
    });

    [Fact]
    public void Area_knows_ranks_only() => Samples.Sample(s =>
    {
        var auc = new RankedScores(s.Scores, s.Positive).Auc();

        Assert.Equal(auc, new RankedScores(Array.ConvertAll(s.Scores, x => Math.Exp(3 * x) - 7), s.Positive).Auc(), 1e-12);
        Assert.Equal(1 - auc, new RankedScores(Array.ConvertAll(s.Scores, x => -x), s.Positive).Auc(), 1e-12);
        Assert.Equal(1 - auc, new RankedScores(s.Scores, Array.ConvertAll(s.Positive, x => !x)).Auc(), 1e-12);
    });

    [Fact]
    public void Area_of_a_resample_is_the_area_of_its_repeated_objects() => Gen.Select(Samples, Gen.Int[0, 3].Array[50]).Sample((s, drawn) =>
    {
        var repeated = Enumerable.Range(0, s.Scores.Length).SelectMany(i => Enumerable.Repeat(i, drawn[i])).ToArray();
        var expected = new RankedScores([.. repeated.Select(i => s.Scores[i])], [.. repeated.Select(i => s.Positive[i])]).Auc();

        Assert.Equal(expected, new RankedScores(s.Scores, s.Positive).Auc(drawn.AsSpan(0, s.Scores.Length)), 1e-12);
    });

    [Fact]
    public void Curves_are_monotone() => Samples.Sample(s =>
    {
        var roc = RocCurve.Compute(s.Scores, s.Positive)!;

        Assert.Equal(roc.FalsePositiveRate.Order(), roc.FalsePositiveRate);
        Assert.Equal(roc.TruePositiveRate.Order(), roc.TruePositiveRate);
        Assert.Equal((1, 1), (roc.FalsePositiveRate[^1], roc.TruePositiveRate[^1]));
        Assert.InRange(PrecisionRecallCurve.Compute(s.Scores, s.Positive)!.AveragePrecision, 0, 1);
    });
}
