namespace Atat.Features.Tests;

public sealed class IrregularAutoregressionTests(ITestOutputHelper output)
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("features.csv", "IAR_phi_flux")]
    [InlineData("features_thesis.csv", "IAR_phi")]
    public void Agrees_with_the_reference(string file, string feature)
    {
        var expected = ReferenceFeatures.Values(file);
        int bands = 0, different = 0;
        foreach (var (item, rows) in ReferenceFeatures.LightCurves().Where(pair => expected.ContainsKey((pair.Key, feature, "u"))))
        {
            foreach (var name in ReferenceFeatures.Bands)
            {
                var band = file == "features.csv" ? ReferenceFeatures.Detections(rows, name) : ReferenceFeatures.Thesis(rows, name);
                var (wanted, actual) = (expected[(item, feature, $"{name}")], Phi(band));
                Assert.Equal(double.IsNaN(wanted), double.IsNaN(actual));
                bands += double.IsNaN(wanted) ? 0 : 1;
                if (Math.Abs(wanted - actual) > 1e-6)
                {
                    different++;
                    output.WriteLine($"{item} {name} N={band.Length} {wanted:g10} {actual:g10}");
                }
            }
        }

        output.WriteLine($"{different} of {bands} differ");
        Assert.True(different <= 0.003 * bands, $"{different} of {bands} differ");
    }

    [Fact]
    public void Does_not_depend_on_the_unit_of_flux() =>
        Gen.Select(Gen.Double[0.1, 5], Gen.Double[-50, 50], Gen.Double[1, 10]).Array[6, 40].Sample(
            rows =>
            {
                var time = 0.0;
                double[] times = [.. rows.Select(row => time += row.Item1)];
                var first = new Points(times, [.. rows.Select(row => row.Item2)], [.. rows.Select(row => row.Item3)]);

                // A power of two changes no digit.
                var second = first with { Flux = [.. first.Flux.Select(f => f / 64)], Error = [.. first.Error.Select(e => e / 64)] };
                Assert.Equal(Phi(first), Phi(second));
            },
            threads: 1);

    [Fact]
    public void Recovers_the_coefficient_of_a_simulated_process()
    {
        var random = new Random(5);
        var (times, flux) = (new double[2000], new double[2000]);
        for (var i = 1; i < times.Length; i++)
        {
            times[i] = times[i - 1] + 0.2 + random.NextDouble();
            var decay = Math.Pow(0.8, times[i] - times[i - 1]);
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
            flux[i] = (decay * flux[i - 1]) + (Math.Sqrt(1 - (decay * decay)) * normal);
        }

        Assert.InRange(Phi(new(times, flux, [.. times.Select(_ => 0.01)])), 0.77, 0.83);
    }

    [Fact]
    public void Of_constant_flux_is_the_golden_section() =>
        Assert.Equal(0.3819660112501051, Phi(new([0, 1, 2, 3, 4, 5], [7, 7, 7, 7, 7, 7], [1, 1, 1, 1, 1, 1])));

    [Theory]
    [MemberData(nameof(Points.Odd), MemberType = typeof(Points))]
    public void Is_a_correlation_or_NaN(string name, Points band)
    {
        var phi = Phi(band);
        Assert.True(band.Length < 6 ? double.IsNaN(phi) : phi is >= 0 and <= 1, $"{name}: {phi}");
    }

    [Fact]
    public void Takes_long_bands() => Assert.InRange(Phi(Points.Long(100_000)), 0, 1);

    [Fact]
    public void Allocates_nothing()
    {
        var band = Points.Long(100);
        Assert.Equal(0, Measure.Allocation(() => IrregularAutoregression.Phi(band.Band(), 0, 1, scratch)));
    }

    private double Phi(Points band)
    {
        var mean = PairwiseSum(band.Flux) / band.Length;
        var deviation = Math.Sqrt(PairwiseSum([.. band.Flux.Select(f => (f - mean) * (f - mean))]) / (band.Length - 1));
        var phi = IrregularAutoregression.Phi(band.Band(), mean, deviation, scratch);
        Assert.Equal(0, scratch.Mark);
        return phi;
    }

    /// <summary>In the order of numpy for fewer than 128 values: flat likelihoods show the last digit of mean and deviation.</summary>
    private static double PairwiseSum(double[] values)
    {
        var whole = values.Length / 8 * 8;
        var sums = new double[8];
        for (var i = 0; i < whole; i++)
        {
            sums[i % 8] += values[i];
        }

        var sum = sums[0] + sums[1] + (sums[2] + sums[3]) + (sums[4] + sums[5] + (sums[6] + sums[7]));
        return values[whole..].Aggregate(sum, (total, value) => total + value);
    }
}
