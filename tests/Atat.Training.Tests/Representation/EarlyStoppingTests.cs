using Atat.Training.Representation;

namespace Atat.Training.Tests.Representation;

/// <summary>When training ends.</summary>
public sealed class EarlyStoppingTests
{
    [Fact]
    public void Without_tolerance_every_lower_error_counts()
    {
        Assert.Equal([0, 0, 1, 2, 0, 0], Since(0, 3, 2.5, 2.5, 2.6, 2.4999, 2.4998));
        Assert.Equal(2.4998, Over(0, 3, 2.5, 2.5, 2.6, 2.4999, 2.4998).Lowest);
    }

    [Fact]
    public void With_tolerance_small_falls_count_only_together()
    {
        // The fall is 1 after two passes: a tenth of it must be gone through before an error counts as lower again.
        Assert.Equal([0, 0, 1, 2, 0], Since(0.1, 3, 2, 1.95, 1.91, 1.89));
        Assert.Equal(1.91, Over(0.1, 3, 2, 1.95, 1.91).Lowest);
    }

    [Fact]
    public void A_network_that_has_not_begun_to_learn_is_not_stopped() =>
        Assert.All(Since(0.05, [.. Enumerable.Range(0, 15).Select(pass => 1 - (1e-6 * pass))]), since => Assert.Equal(0, since));

    [Fact]
    public void Unit_and_offset_of_the_error_do_not_matter()
    {
        var random = new Random(1);
        double[] errors = [.. Enumerable.Range(0, 60).Select(pass => Math.Exp(-pass / 8.0) + (0.05 * random.NextDouble()))];
        var since = Since(0.02, errors);
        Assert.Contains(3, since);
        Assert.Equal(since, Since(0.02, [.. errors.Select(e => (64 * e) + 1024)]));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.02)]
    [InlineData(0.2)]
    public void Passes_count_from_the_first_and_never_more_than_there_are(double tolerance)
    {
        var random = new Random(2);
        for (var trial = 0; trial < 200; trial++)
        {
            double[] errors = [.. Enumerable.Range(0, 30).Select(_ => random.NextDouble())];
            var (stopping, strict) = (Over(tolerance, errors), Over(0, errors));
            Assert.Equal(errors.Min(), stopping.Lowest);
            Assert.InRange(stopping.Since, strict.Since, errors.Length - 1);
        }
    }

    private static EarlyStopping Over(double tolerance, params double[] errors) => errors.Aggregate(new EarlyStopping(tolerance), (stopping, error) => stopping.After(error));

    private static int[] Since(double tolerance, params double[] errors) => [.. Enumerable.Range(1, errors.Length).Select(n => Over(tolerance, errors[..n]).Since)];
}
