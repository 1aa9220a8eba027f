namespace Atat.Features.Tests;

/// <summary>One object's observations in several bands, in any order.</summary>
public sealed record ObjectRows(double[] Time, double[] Flux, double[] Error, byte[] Band, bool[] Detected)
{
    /// <summary>Them as features take them; no property, which a record would print.</summary>
    public Observations Observations() => new() { Time = Time, Flux = Flux, Error = Error, Band = Band, Detected = Detected };

    /// <summary>A supernova with quiet months before and after it in which nothing is detected.</summary>
    /// <param name="bands">Number of bands.</param>
    /// <param name="count">Points of each.</param>
    /// <param name="seed">Of the noise.</param>
    public static ObjectRows Supernova(int bands, int count, int seed = 1)
    {
        var random = new Random(seed);
        var rows = new List<(double Time, double Flux, double Error, byte Band, bool Detected)>();
        for (var i = 0; i < count * bands; i++)
        {
            var time = Math.Round((-40 + (160.0 * (i + (0.8 * random.NextDouble())) / (count * bands))) * 4096) / 4096;
            var bright = time is > 0 and < 80;
            var model = bright ? 100 * Math.Exp(-time / 40) * (1 - Math.Exp(-(time + 3) / 5)) : 0;
            var flux = model + (3 * (random.NextDouble() - 0.5));
            var error = 1 + random.NextDouble();
            rows.Add((60_000 + time, flux, error, (byte)(i % bands), bright && flux > 5 * error));
        }

        return Of(rows);
    }

    /// <summary>Of rows.</summary>
    public static ObjectRows Of(IEnumerable<(double Time, double Flux, double Error, byte Band, bool Detected)> rows)
    {
        var all = rows.ToArray();
        return new([.. all.Select(r => r.Time)], [.. all.Select(r => r.Flux)], [.. all.Select(r => r.Error)], [.. all.Select(r => r.Band)], [.. all.Select(r => r.Detected)]);
    }

    /// <summary>The rows at some places, in that order.</summary>
    public ObjectRows At(IEnumerable<int> places)
    {
        var rows = this;
        return Of(places.Select(i => (rows.Time[i], rows.Flux[i], rows.Error[i], rows.Band[i], rows.Detected[i])));
    }

    /// <summary>The rows that fulfil a condition on their place.</summary>
    public ObjectRows Where(Func<int, bool> condition) => At(Enumerable.Range(0, Time.Length).Where(condition));

    /// <summary>Objects of six bands that have broken one program or another, by what is wrong with them.</summary>
    public static TheoryData<string, ObjectRows> Odd()
    {
        var good = Supernova(6, 40);
        double[] Changed(double[] values, Func<double, double> change) => [.. values.Select(change)];
        double[] Some(double[] values, double value) => [.. values.Select((v, i) => i % 7 == 3 ? value : v)];
        ObjectRows Scaled(double factor) => good with { Flux = Changed(good.Flux, f => f * factor), Error = Changed(good.Error, e => e * factor) };
        return new TheoryData<string, ObjectRows>
        {
            { "good", good },
            { "all detected", good with { Detected = [.. good.Time.Select(_ => true)] } },
            { "none detected", good with { Detected = new bool[good.Time.Length] } },
            { "empty", good.Where(_ => false) },
            { "one point", good.Where(i => i == 100) },
            { "two points", good.Where(i => i is 100 or 106) },
            { "six points", good.Where(i => i is >= 100 and < 106) },
            { "constant flux", good with { Flux = Changed(good.Flux, _ => 7), Detected = [.. good.Time.Select(_ => true)] } },
            { "zero flux", good with { Flux = Changed(good.Flux, _ => 0), Detected = [.. good.Time.Select(_ => true)] } },
            { "all negative", good with { Flux = Changed(good.Flux, f => -Math.Abs(f)) } },
            { "huge", Scaled(1e30) },
            { "large", Scaled(400) },
            { "tiny", Scaled(1e-30) },
            { "huge flux, all detected", Scaled(1e30) with { Error = good.Error, Detected = [.. good.Time.Select(_ => true)] } },
            { "equal times", good with { Time = Changed(good.Time, _ => 60_000) } },
            { "pairs of equal times", good with { Time = Changed(good.Time, t => Math.Floor(t)) } },
            { "long gaps", good with { Time = Changed(good.Time, t => (t - 60_000) * 1e6) } },
            { "NaN errors", good with { Error = Changed(good.Error, _ => double.NaN) } },
            { "some NaN errors", good with { Error = Some(good.Error, double.NaN) } },
            { "infinite errors", good with { Error = Some(good.Error, double.PositiveInfinity) } },
            { "NaN flux", good with { Flux = Changed(good.Flux, _ => double.NaN) } },
            { "some NaN flux", good with { Flux = Some(good.Flux, double.NaN) } },
            { "infinite flux", good with { Flux = Some(good.Flux, double.NegativeInfinity) } },
            { "zero errors", good with { Error = Changed(good.Error, _ => 0) } },
            { "some zero errors", good with { Error = Some(good.Error, 0) } },
            { "negative errors", good with { Error = Changed(good.Error, e => -e) } },
            { "some negative errors", good with { Error = Some(good.Error, -1) } },
            { "one band missing", good.Where(i => good.Band[i] != 2) },
            { "one band only", good.Where(i => good.Band[i] == 4) },
            { "backwards", good.At(Enumerable.Range(0, good.Time.Length).Reverse()) },
        };
    }
}
