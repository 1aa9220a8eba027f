namespace Atat.Features.Tests;

/// <summary>One band's observations, sorted by time.</summary>
public sealed record Points(double[] Time, double[] Flux, double[] Error)
{
    public int Length => Time.Length;

    /// <summary>Them as features take them; no property, which a record would print.</summary>
    public BandSeries Band() => new(Time, Flux, Error);

    /// <summary>Bands that have broken one program or another, by what is wrong with them.</summary>
    public static TheoryData<string, Points> Odd()
    {
        var times = Enumerable.Range(0, 20).Select(i => 60_000 + (1.7 * i) + (0.3 * Math.Sin(i))).ToArray();
        var flux = times.Select(t => 100 + (30 * Math.Sin(t / 4)) + Math.Cos(17 * t)).ToArray();
        var errors = times.Select(t => 2 + Math.Sin(t)).ToArray();
        double[] Scaled(double[] values, double factor) => [.. values.Select(value => value * factor)];
        double[] Same(double value) => [.. times.Select(_ => value)];
        return new TheoryData<string, Points>
        {
            { "empty", new([], [], []) },
            { "one point", new([60_000], [5], [1]) },
            { "two points", new([60_000, 60_001], [5, 6], [1, 1]) },
            { "constant", new(times, Same(7), errors) },
            { "zero", new(times, Same(0), Same(0)) },
            { "huge", new(times, Scaled(flux, 1e30), Scaled(errors, 1e30)) },
            { "huge flux", new(times, Scaled(flux, 1e30), errors) },
            { "enormous", new(times, Scaled(flux, 1e300), errors) },
            { "tiny", new(times, Scaled(flux, 1e-30), Scaled(errors, 1e-30)) },
            { "vanishing", new(times, Scaled(flux, 1e-300), Scaled(errors, 1e-300)) },
            { "huge errors", new(times, flux, Scaled(errors, 1e300)) },
            { "equal times", new(Same(60_000), flux, errors) },
            { "pairs of equal times", new([.. times.Select((_, i) => times[i / 2])], flux, errors) },
            { "long gaps", new(Scaled(times, 1e6), flux, errors) },
            { "no errors", new(times, flux, Same(0)) },
            { "negative errors", new(times, flux, Scaled(errors, -1)) },
            { "NaN errors", new(times, flux, Same(double.NaN)) },
            { "one NaN error", new(times, flux, [.. errors.Select((e, i) => i == 3 ? double.NaN : e)]) },
            { "NaN flux", new(times, Same(double.NaN), errors) },
            { "infinite flux", new(times, Same(double.PositiveInfinity), errors) },
            { "infinite errors", new(times, flux, Same(double.PositiveInfinity)) },
        };
    }

    /// <summary>A long noisy band.</summary>
    public static Points Long(int count)
    {
        var random = new Random(1);
        var times = Enumerable.Range(0, count).Select(i => 60_000 + (0.01 * i)).ToArray();
        return new(times, [.. times.Select(t => Math.Sin(t) + random.NextDouble())], [.. times.Select(_ => 0.1 + random.NextDouble())]);
    }
}
