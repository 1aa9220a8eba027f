namespace Atat.Features.Tests;

public sealed class FeatureLawTests
{
    private readonly Scratch scratch = new();

    [Fact]
    public void Variability_statistics_scale_by_their_unit() =>
        Band.Sample(
            band =>
            {
                var (first, second) = (Variability(band), Variability(band with { Flux = [.. band.Flux.Select(f => 4 * f)], Error = [.. band.Error.Select(e => 4 * e)] }));
                foreach (var (feature, i) in VariabilityStatistics.Family.Features.Select((feature, i) => (feature, i)))
                {
                    // The structure function's limits are in the unit of flux.
                    if (!feature.Name.StartsWith("SF_ML", StringComparison.Ordinal))
                    {
                        var factor = feature.Unit.StartsWith("flux", StringComparison.Ordinal) ? 4 : 1;
                        Assert.True(feature.Unit is "flux" or "flux / day" or "1" or "points", feature.Unit);
                        Close(factor * first[i], second[i], feature.Name);
                    }
                }
            },
            threads: 1);

    [Fact]
    public void Variability_statistics_do_not_depend_on_the_origin_of_time() =>
        Gen.Select(Band, Gen.Int[-50_000, 50_000]).Sample(
            (band, days) => AllClose(VariabilityStatistics.Family, Variability(band), Variability(Shifted(band, days))), threads: 1);

    [Fact]
    public void Mexican_hat_power_does_not_depend_on_the_origin_of_time() =>
        Gen.Select(Band, Gen.Int[-50_000, 50_000]).Sample(
            (band, days) => AllClose(MexicanHat.Family, Power(band), Power(Shifted(band, days))), threads: 1);

    [Fact]
    public void Mexican_hat_power_does_not_depend_on_the_unit_of_flux() =>
        Band.Sample(
            band => AllClose(MexicanHat.Family, Power(band), Power(band with { Flux = [.. band.Flux.Select(f => f / 16)], Error = [.. band.Error.Select(e => e / 16)] })),
            threads: 1);

    // Times in steps of 1/1024 d, so that a shift by days leaves their differences as they are.
    private static Gen<Points> Band { get; } =
        Gen.Select(Gen.Int[1, 8000], Gen.Double[-50, 80], Gen.Double[0.5, 10]).Array[6, 60].Select(rows =>
        {
            var time = 60_000 * 1024;
            return new Points([.. rows.Select(row => (time += row.Item1) / 1024.0)], [.. rows.Select(row => row.Item2)], [.. rows.Select(row => row.Item3)]);
        });

    private static Points Shifted(Points band, int days) => band with { Time = [.. band.Time.Select(t => t + days)] };

    private static void AllClose(FeatureFamily family, double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Close(expected[i], actual[i], family.Features[i].Name);
        }
    }

    private static void Close(double expected, double actual, string name) =>
        Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)),
            $"{name}: {expected:r} {actual:r}");

    private double[] Variability(Points band)
    {
        var values = new double[VariabilityStatistics.Count];
        VariabilityStatistics.Compute(band.Band(), [.. band.Flux.Order()], scratch, values);
        return values;
    }

    private double[] Power(Points band)
    {
        var values = new double[5];
        MexicanHat.Compute(band.Band(), false, scratch, values);
        return values;
    }
}
