namespace Atat.Features.Tests;

public sealed class FlaggedEpochsTests
{
    private static readonly ObjectRows Rows = ObjectRows.Of(
    [
        (1, 1.0, 1, 0, false),
        (2, -2, 1, 0, false),
        (3, 2.5, 1, 0, false),
        (4, 0.5, 1, 1, false),
        (5, 10, 1, 1, true),
        (5, 99, 1, 0, false),
        (6, 2, 1, 0, false),
        (7, 20, 1, 0, true),
        (8, -1, 1, 0, false),
        (9, -8, 1, 1, true),
        (10, 7, 1, 2, true),
    ]);

    [Fact]
    public void Are_those_of_the_definition()
    {
        var values = Compute(Rows, 4);

        // positive, number before, first - last, first - median, last, largest, median; number, largest, median after. The forced point at the time of
        // the first detection is neither before nor after.
        Assert.Equal([1, 3, 17.5, 19, 2.5, 2.5, 1, 2, 2, 0.5], values[..10]);
        Assert.Equal([0.5, 1, 9.5, 9.5, 0.5, 0.5, 0.5, 0, double.NaN, double.NaN], values[10..20]);
        Assert.Equal(1, values[20]);
        Assert.All(values[21..], value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Without_a_detection_count_nothing()
    {
        var values = Compute(Rows with { Detected = new bool[Rows.Time.Length] }, 1);
        double[] expected = [double.NaN, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, double.NaN, double.NaN];
        Assert.Equal(expected, values);
    }

    private static double[] Compute(ObjectRows rows, int bands)
    {
        var values = new double[10 * bands];
        FlaggedEpochs.Compute(rows.Observations(), [.. Enumerable.Range(0, rows.Time.Length)], bands, new Scratch(), values);
        return values;
    }
}
