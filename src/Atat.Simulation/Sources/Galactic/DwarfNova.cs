using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// Dwarf nova: outbursts of the disc around a white dwarf that recur after weeks to years, the larger the rarer (Kukarkin and Parenago 1934, as
/// Coppejans et al. 2016, section 5, find), with now and then a superoutburst. The reference image shows quiescence.
/// </summary>
public sealed class DwarfNova : ISource
{
    private readonly double[] quiet = new double[LsstPassbands.Count];
    private readonly double[] bright = new double[LsstPassbands.Count];
    private readonly (double Start, double Plateau, double Height)[] outbursts;
    private readonly double rise;
    private readonly double decay;
    private readonly double distance;

    private DwarfNova(Timeline timeline, double distance, double amplitude, double recurrence, Random random)
    {
        (Start, End, this.distance, Amplitude, Recurrence) = (timeline.Start, timeline.End, distance, amplitude, recurrence);

        // Discs of all systems are about as bright in outburst (Warner 1987).
        var peak = random.NextNormal(5.2, 0.8) + (5 * Math.Log10(distance / 10));
        var (hot, cool) = (random.NextNormal(13000, 2000, 8000, 22000), random.NextNormal(5500, 1000, 3800, 9000));
        for (var band = 0; band < quiet.Length; band++)
        {
            bright[band] = Photosphere.BlackBody.OverRed(band, hot) * Magnitudes.ToFlux(peak);
            quiet[band] = Photosphere.BlackBody.OverRed(band, cool) * Magnitudes.ToFlux(peak + amplitude);
        }

        rise = random.NextLogNormal(0.5, 0.15);
        decay = random.NextLogNormal(2.4, 0.15) / 0.921;
        var isSuper = random.NextDouble() < 0.5;
        var all = new List<(double, double, double)>();
        for (var t = Start - (recurrence * random.NextDouble()); t < End; t += recurrence * Math.Max(0.3, random.NextNormal(1, 0.25)))
        {
            var large = isSuper && random.NextDouble() < 0.25;
            all.Add((t, large ? random.NextNormal(13, 2) : random.NextUniform(1, 6), Math.Pow(10, -0.4 * (random.NextNormal(0, 0.15) - (large ? 0.7 : 0)))));
        }

        outbursts = [.. all];
    }

    /// <inheritdoc/>
    public double Redshift => 0;

    /// <inheritdoc/>
    public double Start { get; }

    /// <inheritdoc/>
    public double End { get; }

    /// <summary>Magnitudes from quiescence to a normal outburst in r.</summary>
    public double Amplitude { get; }

    /// <summary>Mean days between outbursts.</summary>
    public double Recurrence { get; }

    /// <summary>Days in which an outburst falls by one magnitude.</summary>
    public double DecayPerMagnitude => decay * 0.921;

    /// <inheritdoc/>
    public double DustShare => GalacticDisc.DustShare(distance);

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var recurrence = Math.Clamp(random.NextLogNormal(60, 0.45), 10, 1500);
        var amplitude = Math.Clamp(0.7 + (1.9 * Math.Log10(recurrence)) + random.NextNormal(0, 0.7), 2, 8.5);
        return new DwarfNova(timeline, GalacticDisc.Distance(900, 10_000, random), amplitude, recurrence, random);
    }

    /// <inheritdoc/>
    public double Steady(int band) => quiet[band];

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        var next = 0;
        for (var i = 0; i < visits.Length; i++)
        {
            while (next + 1 < outbursts.Length && outbursts[next + 1].Start <= visits[i].Mjd)
            {
                next++;
            }

            var (start, plateau, height) = outbursts[next];
            var age = visits[i].Mjd - start;
            flux[i] = age <= 0 ? 0 : bright[visits[i].Band] * height * (1 - Math.Exp(-age / rise)) * Math.Exp(-Math.Max(0, age - plateau) / decay);
        }
    }
}
