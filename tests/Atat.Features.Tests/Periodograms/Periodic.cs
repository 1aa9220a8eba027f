namespace Atat.Features.Tests.Periodograms;

/// <summary>Synthetic periodic objects.</summary>
internal static class Periodic
{
    public static double Sinusoid(double phase) => Math.Sin(Math.Tau * phase);

    public static double Sawtooth(double phase) => (2 * phase) - 1;

    /// <summary>Two unequal minima a period: most of its power is at half of it.</summary>
    public static double Eclipses(double phase) => -Math.Cos(2 * Math.Tau * phase) - (0.45 * Math.Cos(Math.Tau * phase));

    /// <summary>An object over 300 days at random times, with its own amplitude and phase in each band, and noise.</summary>
    public static ObjectRows Object(int bands, int count, double period, Func<double, double> shape, int seed)
    {
        var random = new Random(seed);
        return ObjectRows.Of(Enumerable.Range(0, bands * count).Select(i =>
        {
            var (time, band) = (60_000 + (300 * random.NextDouble()), i % bands);
            var phase = (time / period) + (0.05 * band);
            return (time, 50 + ((20 + (2 * band)) * shape(phase - Math.Floor(phase))) + (2 * (random.NextDouble() - 0.5)), 1 + random.NextDouble(), (byte)band, true);
        }).OrderBy(row => row.Item1));
    }
}
