namespace Atat.Features.Tests;

public sealed class SupernovaEpochsTests
{
    // In the order of time; errors are 1, so that a detection is brighter than 3.
    private static readonly ObjectRows Rows = ObjectRows.Of(
    [
        (1, 1.0, 1, 0, false),
        (2, -2, 1, 0, false),
        (3, 2.5, 1, 0, false),
        (4, 0.5, 1, 1, false),
        (5, 10, 1, 1, true),
        (6, 2, 1, 0, false),
        (7, 20, 1, 0, true),
        (8, -1, 1, 0, false),
        (9, -8, 1, 1, true),
        (10, 3, 1, 1, false),
    ]);

    [Fact]
    public void Are_those_of_the_definition()
    {
        var values = Compute(Rows, 3);

        // positive, f_k - last, f_k - median, last, largest before, largest after, medians before and after, counts before and after
        Assert.Equal([4.0 / 6, 7.5, 9, 2.5, 2.5, 2, 1, 0.5, 3, 2], values[..10]);
        Assert.Equal([3.0 / 4, 9.5, 9.5, 0.5, 0.5, 3, 0.5, 3, 1, 1], values[10..20]);
        Assert.All(values[20..], value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Without_a_detection_count_nothing()
    {
        var values = Compute(Rows with { Error = [.. Rows.Error.Select(_ => 100.0)] }, 2);
        Assert.Equal(4.0 / 6, values[0]);
        Assert.All(values[1..8], value => Assert.Equal(double.NaN, value));
        Assert.Equal([0, 0], values[8..10]);
    }

    [Fact]
    public void Three_errors_are_no_detection()
    {
        var values = Compute(ObjectRows.Of([(1, 3.0, 1, 0, true), (2, -3.5, 1, 0, false), (3, 1, 1, 0, false)]), 1);
        Assert.Equal([-6.5, 1, 1], [values[1], values[8], values[9]]);
    }

    private static double[] Compute(ObjectRows rows, int bands)
    {
        var values = new double[10 * bands];
        SupernovaEpochs.Compute(rows.Observations(), [.. Enumerable.Range(0, rows.Time.Length)], bands, new Scratch(), values);
        return values;
    }
}
