namespace Atat.LightCurves.Tests;

public sealed class WindowTests
{
    // Times relative to the first detection at MJD 1000, deliberately with points before -30 d, a saturated detection and a late tail.
    private static readonly Observation[] Hand =
    [
        new(969.9),                                       // 0: one tenth of a day too early
        new(970),                                         // 1: exactly 30 days before
        new(995, Detected: true, Saturated: true),        // 2: saturated: neither kept nor a detection
        new(1000, Detected: true),                        // 3: first detection
        new(1005),                                        // 4
        new(1008, Detected: true),                        // 5: exactly day 8
        new(1009),                                        // 6
        new(1020),                                        // 7
        new(1030, Detected: true),                        // 8
        new(1040),                                        // 9: forced photometry after the last detection
    ];

    [Theory]
    [InlineData(0, new[] { 1, 3 })]
    [InlineData(7.9, new[] { 1, 3 })]
    [InlineData(8, new[] { 1, 3, 4, 5 })]
    [InlineData(25, new[] { 1, 3, 4, 5 })]
    [InlineData(30, new[] { 1, 3, 4, 5, 6, 7, 8 })]
    [InlineData(2048, new[] { 1, 3, 4, 5, 6, 7, 8 })]
    [InlineData(double.PositiveInfinity, new[] { 1, 3, 4, 5, 6, 7, 8 })]
    public void A_causal_window_ends_at_the_last_detection_so_far(double day, int[] expected) =>
        Assert.Equal(expected, Select(Hand, day, WindowRule.Causal));

    [Theory]
    [InlineData(0, new[] { 1, 3 })]
    [InlineData(7.9, new[] { 1, 3, 4 })]
    [InlineData(25, new[] { 1, 3, 4, 5, 6, 7 })]
    [InlineData(35, new[] { 1, 3, 4, 5, 6, 7, 8 })]
    [InlineData(double.PositiveInfinity, new[] { 1, 3, 4, 5, 6, 7, 8 })]
    public void The_published_window_ends_at_the_day_where_a_later_detection_exists(double day, int[] expected) =>
        Assert.Equal(expected, Select(Hand, day, WindowRule.Published));

    [Fact]
    public void Without_a_detection_nothing_is_seen()
    {
        Observation[] none = [new(1), new(2, Detected: true, Saturated: true), new(3)];
        Assert.Equal(double.NaN, Window.FirstDetection(Make.LightCurve(none)));
        Assert.Empty(Select(none, double.PositiveInfinity, WindowRule.Causal));
        Assert.Empty(Select([], 8, WindowRule.Published));
    }

    [Fact]
    public void A_causal_window_never_looks_ahead() =>
        Gen.Select(Curves, Gen.Double[0, 120]).Sample((curve, day) =>
        {
            var first = Window.FirstDetection(Make.LightCurve(curve));
            var seen = Select(curve, day, WindowRule.Causal);
            var then = curve.Where(o => o.Mjd - first <= day).ToArray();

            Assert.All(seen, i => Assert.True(curve[i].Mjd - first <= day));
            Assert.Equal(Select(then, day, WindowRule.Causal), seen);
            Assert.Equal(Select(then, double.PositiveInfinity, WindowRule.Causal), seen);
        });

    [Fact]
    public void Windows_grow_with_the_day_and_agree_at_infinity() =>
        Gen.Select(Curves, Gen.Double[0, 60], Gen.Double[0, 60]).Sample((curve, day, more) =>
        {
            foreach (var rule in new[] { WindowRule.Causal, WindowRule.Published })
            {
                var early = Select(curve, day, rule);
                Assert.Equal(early, Select(curve, day + more, rule).Take(early.Length));
            }

            Assert.Subset(Select(curve, day, WindowRule.Published).ToHashSet(), Select(curve, day, WindowRule.Causal).ToHashSet());
            Assert.Equal(Select(curve, double.PositiveInfinity, WindowRule.Published), Select(curve, double.PositiveInfinity, WindowRule.Causal));
        });

    private static Gen<Observation[]> Curves =>
        Gen.Select(Gen.Double[0, 150], Gen.Bool, Gen.Int[0, 9], (t, d, s) => new Observation(1000 + t, d, Saturated: s == 0))
            .Array[0, 30].Select(a => a.OrderBy(o => o.Mjd).ToArray());

    private static int[] Select(Observation[] curve, double day, WindowRule rule)
    {
        var indices = new int[curve.Length];
        var count = Window.Select(Make.LightCurve(curve), day, rule, indices);
        return indices[..count];
    }
}
