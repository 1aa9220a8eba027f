namespace Atat.Features.Tests;

public sealed class HighestTests
{
    private static readonly Gen<double[]> Values =
        Gen.Frequency((6, Gen.Double[-100, 100]), (2, Gen.Int[0, 3].Select(i => (double)i)), (1, Gen.Const(double.NaN)), (1, Gen.Const(double.NegativeInfinity))).Array[1, 400];

    [Fact]
    public void Is_the_first_of_the_largest_values() =>
        Values.Sample(values =>
        {
            var expected = values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NegativeInfinity).Max();
            Assert.Equal(expected, Highest.Value(values));
            Assert.Equal(Math.Max(0, Array.IndexOf(values, expected)), Highest.IndexOf(values));
        });

    [Fact]
    public void Are_the_last_of_the_sorted_values() =>
        Gen.Select(Gen.Double[-100, 100].Array[1, 2000], Gen.Int[1, 150]).Sample(
            (values, count) =>
            {
                var scratch = new Scratch();
                Assert.Equal([.. values.Order().TakeLast(count)], Highest.Of(values, count, scratch).ToArray());
            });

    [Fact]
    public void Of_many_equal_values_are_as_many_as_asked_for()
    {
        var values = Enumerable.Range(0, 1000).Select(i => (double)(i / 300)).ToArray();
        Assert.Equal([.. values.TakeLast(200)], Highest.Of(values, 200, new Scratch()).ToArray());
    }
}
