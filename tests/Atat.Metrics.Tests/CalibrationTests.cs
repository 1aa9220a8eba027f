namespace Atat.Metrics.Tests;

public sealed class CalibrationTests
{
    private static readonly Gen<(double[] Logits, int[] Labels)> Samples =
        Gen.Select(Gen.Double[-4, 4].Array[3], Gen.Int[0, 2]).Array[20, 60]
            .Select(rows => (rows.SelectMany(r => r.Item1).ToArray(), rows.Select(r => r.Item2).ToArray()));

    [Fact]
    public void Bins_hold_their_upper_edges()
    {
        double[] confidence = [1 / 3.0, 0.4, 0.6, 2 / 3.0, 0.8, 1, 0.2, 0.4];
        var reliability = Reliability.OfConfidence(confidence, [true, false, true, true, false, true, false, true]);

        Assert.Equal([0, 0, 1, 0, 1, 2, 0, 0, 1, 1, 0, 1, 0, 0, 1], reliability.Bins.Select(b => b.Count));
        Assert.Equal(0.32500000000000007, reliability.ExpectedError, 1e-15);
    }

    [Fact]
    public void Zero_confidence_stands_in_the_first_bin() =>
        Assert.Equal(1, Reliability.OfConfidence([0.0], [false]).Bins[0].Count);

    [Fact]
    public void Scores_by_hand()
    {
        double[] p = [0.5, 0.5, 0, 0.2, 0.7, 0.1];

        Assert.Equal((Math.Log(2) - Math.Log(0.7)) / 2, ProbabilityScores.LogLoss(p, [0, 1]), 1e-15);
        Assert.Equal(((0.25 + 0.25) + (0.04 + 0.09 + 0.01)) / 2, ProbabilityScores.Brier(p, [0, 1]), 1e-15);
        Assert.Equal(-Math.Log(1e-15), ProbabilityScores.LogLoss([1, 0], [1]), 1e-12);
    }

    [Fact]
    public void Temperature_is_the_best_of_its_neighbours() => Samples.Sample(s =>
    {
        var t = Temperature.Fit(s.Logits, s.Labels);
        double Loss(double temperature) => ProbabilityScores.LogLoss(Softmax.OfRows(s.Logits, 3, temperature), s.Labels);

        Assert.InRange(t, Temperature.Smallest, Temperature.Largest);
        Assert.True(Loss(t) <= Loss(Math.Min(t * 1.01, Temperature.Largest)) + 1e-12);
        Assert.True(Loss(t) <= Loss(Math.Max(t * 0.99, Temperature.Smallest)) + 1e-12);
    }, iter: 200);

    [Fact]
    public void Temperature_scales_with_the_logits() => Samples.Sample(s =>
    {
        var t = Temperature.Fit(s.Logits, s.Labels);
        if (t is > 0.1 and < 10)
        {
            Assert.Equal(2 * t, Temperature.Fit(Array.ConvertAll(s.Logits, z => 2 * z), s.Labels), 1e-7 * t);
        }
    }, iter: 200);

    [Fact]
    public void Temperature_has_ends_where_the_loss_has_none()
    {
        Assert.Equal(Temperature.Smallest, Temperature.Fit([1.0, -1, -1, 1], [0, 1]), 1e-9);
        Assert.Equal(Temperature.Largest, Temperature.Fit([-1.0, 1, 1, -1], [0, 1]), 1e-6);
        Assert.Equal(1, Temperature.Fit([1.0, 1, 1, 1], [0, 1]), 1e-9);
        Assert.Throws<ArgumentException>(() => Temperature.Fit([double.NaN, 0], [0]));
    }

    [Fact]
    public void Softmax_is_safe_and_sums_to_one() => Gen.Double[-1e4, 1e4].Array[6].Sample(logits =>
    {
        var p = Softmax.OfRows(logits, 3);

        Assert.Equal(1, p[0] + p[1] + p[2], 1e-12);
        Assert.Equal(1, p[3] + p[4] + p[5], 1e-12);
        Assert.Equal(p[..3].Max(), p[ArgMax.Of<double>(logits.AsSpan(0, 3))]);
    });
}
