using Atat.Features.Periodograms;

namespace Atat.Features.Tests.Periodograms;

public sealed class MultibandPeriodogramTests
{
    [Theory]
    [InlineData(0.31)]
    [InlineData(0.7342)]
    [InlineData(3.3)]
    [InlineData(17)]
    public void Finds_sinusoids_and_sawtooths(double period)
    {
        foreach (var shape in (Func<double, double>[])[Periodic.Sinusoid, Periodic.Sawtooth])
        {
            var item = Periodic.Object(3, 120, period, shape, 1);
            foreach (var options in (PeriodSearchOptions[])[PeriodSearchOptions.Composite, PeriodSearchOptions.Thesis, new()])
            {
                var found = Search(item, options);
                Assert.True(Math.Abs(found.Period - period) <= 1e-3 * period, $"{shape.Method.Name} {options}: {found.Period}");
                for (var band = 0; band < 3; band++)
                {
                    Assert.Equal(period, found.BandPeriod(band), 1e-2 * period);
                }
            }
        }
    }

    [Theory]
    [InlineData(3.3)]
    [InlineData(17)]
    public void Finds_them_in_single_precision(double period)
    {
        foreach (var shape in (Func<double, double>[])[Periodic.Sinusoid, Periodic.Sawtooth])
        {
            var item = Periodic.Object(3, 120, period, shape, 1);
            foreach (var options in (PeriodSearchOptions[])[PeriodSearchOptions.Composite, PeriodSearchOptions.Thesis])
            {
                var found = Search(item, options with { SinglePrecision = true });
                Assert.True(Math.Abs(found.Period - period) <= 1e-3 * period, $"{shape.Method.Name} {options}: {found.Period}");
            }
        }
    }

    [Fact]
    public void More_harmonics_choose_between_aliases()
    {
        var item = Periodic.Object(2, 150, 5, Periodic.Eclipses, 3);
        Assert.Equal(2.5, Search(item, new()).Period, 0.0025);
        Assert.Equal(5, Search(item, new() { MostHarmonics = 4 }).Period, 0.005);
        Assert.Equal(5, Search(item, new() { Harmonics = 2 }).Period, 0.005);

        // A sinusoid is worth no second harmonic.
        Assert.Equal(5, Search(Periodic.Object(2, 150, 5, Periodic.Sinusoid, 3), new() { MostHarmonics = 4 }).Period, 0.005);
    }

    [Theory]
    [InlineData(6, 9)]
    [InlineData(2, 9)]
    [InlineData(6, 7)]
    public void Series_that_fit_few_points_whatever_the_period_do_not_choose_it(int bands, int points)
    {
        var right = Enumerable.Range(0, 40).Count(seed =>
        {
            var item = Periodic.Object(bands, points, 5, Periodic.Sinusoid, seed);
            return Search(item, new() { MostHarmonics = 4 }).Period == Search(item, new()).Period;
        });

        Assert.Equal(40, right);
    }

    [Fact]
    public void Has_its_maxima_in_order()
    {
        foreach (var single in (bool[])[false, true])
        {
            var found = Search(Periodic.Object(3, 40, 2.2, Periodic.Sawtooth, 2), PeriodSearchOptions.Thesis with { SinglePrecision = single });
            var maxima = found.Maxima(10);
            Assert.Equal(10, maxima.Count);
            Assert.Equal(1 / found.Period, maxima[0].Frequency, 1e-12);
            Assert.Equal(maxima.OrderByDescending(peak => peak.Power), maxima);
            Assert.Equal(maxima.Take(3), found.Maxima(3));
            Assert.All(maxima, peak => Assert.True(peak.Power <= found.Power.ToArray().Max()));
        }
    }

    [Theory]
    [InlineData(5, 15, 14)]
    [InlineData(6, 6, 5)]
    public void Needs_points_enough_in_a_band(int bands, int enough, int tooFew)
    {
        var options = enough == 15 ? PeriodSearchOptions.Composite : PeriodSearchOptions.Thesis;
        Assert.True(Search(Periodic.Object(bands, enough, 3, Periodic.Sinusoid, 4), options).Found);
        var found = Search(Periodic.Object(bands, tooFew, 3, Periodic.Sinusoid, 4), options);
        Assert.False(found.Found);
        Assert.Equal(double.NaN, found.Period);
        Assert.Equal(double.NaN, found.BandPeriod(0));
    }

    [Fact]
    public void Leaves_out_bands_of_too_few_points()
    {
        var item = Periodic.Object(2, 60, 3, Periodic.Sinusoid, 5);
        var places = Enumerable.Range(0, 120).Where(i => item.Band[i] == 1).Take(14).ToHashSet();
        var found = Search(item.Where(i => item.Band[i] == 0 || places.Contains(i)), PeriodSearchOptions.Composite);
        Assert.Equal(3, found.Period, 0.003);
        Assert.Equal(found.Period, found.BandPeriod(0));
        Assert.Equal(double.NaN, found.BandPeriod(1));
    }

    [Fact]
    public void Starts_anew_with_every_search()
    {
        var periodogram = new MultibandPeriodogram(3);
        foreach (var (count, period) in new[] { (80, 2.0), (3, 2.0), (20, 9.0), (60, 0.5) })
        {
            var item = Periodic.Object(3, count, period, Periodic.Sinusoid, count);
            var expected = Search(item, PeriodSearchOptions.Thesis);
            Assert.Equal(expected.Found, periodogram.Search(Banded(item), PeriodSearchOptions.Thesis));
            Assert.Equal(expected.Period, periodogram.Period);
            Assert.Equal(expected.Power.ToArray(), periodogram.Power.ToArray());
        }
    }

    [Fact]
    public void Of_constant_flux_finds_nothing()
    {
        var item = Periodic.Object(3, 60, 3, _ => 0, 6);
        Assert.False(Search(item with { Flux = [.. item.Flux.Select(_ => 0.1)] }, PeriodSearchOptions.Composite).Found);
    }

    private static BandedObservations Banded(ObjectRows item)
    {
        var observations = new BandedObservations(item.Band.Max() + 1);
        observations.Fill(item.Observations(), [.. Enumerable.Range(0, item.Time.Length)]);
        return observations;
    }

    private static MultibandPeriodogram Search(ObjectRows item, PeriodSearchOptions options)
    {
        var observations = Banded(item);
        var periodogram = new MultibandPeriodogram(observations.BandCount);
        Assert.Equal(periodogram.Search(observations, options), periodogram.Found);
        return periodogram;
    }
}
