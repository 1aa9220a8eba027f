using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Exotics;

/// <summary>
/// Active galactic nucleus: a damped random walk in magnitude whose timescale and amplitude follow from rest wavelength, luminosity and
/// mass of the black hole (MacLeod et al. 2010, equation 7 and table 1). One walk drives all passbands, weaker in the red.
/// </summary>
public sealed class ActiveNucleus : ISource
{
    private static readonly VolumetricRate Rate = new(3, z => Math.Pow(1 + Math.Min(z, 2.2), 5));

    private readonly double[] steady = new double[LsstPassbands.Count];
    private readonly double[] amplitude = new double[LsstPassbands.Count];
    private readonly int walk;

    private ActiveNucleus(Timeline timeline, double redshift, double magnitude, double apparent, double logMass, Random random)
    {
        (Redshift, Start, End, AbsoluteMagnitude) = (redshift, timeline.Start, timeline.End, magnitude);
        walk = random.Next();
        Timescale = Law(2.4, 0.17, 0.03, 0.21, 4800, magnitude, logMass) * Math.Pow(10, random.NextNormal(0, 0.15)) * (1 + redshift);
        var slope = random.NextNormal(-0.5, 0.25);
        var scatter = Math.Pow(10, random.NextNormal(0, 0.1));
        for (var band = 0; band < steady.Length; band++)
        {
            var wavelength = LsstPassbands.All[band].Wavelength;
            steady[band] = Magnitudes.ToFlux(apparent) * Math.Pow(wavelength / 7546, -slope);
            amplitude[band] = Law(-0.51, -0.479, 0.131, 0.18, wavelength / (1 + redshift), magnitude, logMass) * scatter / Math.Sqrt(2);
        }
    }

    /// <inheritdoc/>
    public double Redshift { get; }

    /// <inheritdoc/>
    public double Start { get; }

    /// <inheritdoc/>
    public double End { get; }

    /// <summary>Absolute magnitude in i.</summary>
    public double AbsoluteMagnitude { get; }

    /// <summary>Timescale of the walk on Earth, days.</summary>
    public double Timescale { get; }

    /// <summary>Draws one of the optical luminosity function (Croom et al. 2009, in shape), brightening with redshift.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var redshift = Math.Max(0.03, Rate.Draw(random));
        var knee = -22.2 - (1.8 * Math.Min(redshift, 2.2));
        var magnitude = Math.Max(knee - 4, knee + 2.2 - random.NextExponential(0.85));
        var apparent = magnitude + Cosmology.Standard.DistanceModulus(redshift) - (2.5 * Math.Log10(1 + redshift) * 0.5);
        if (apparent is > 23.5 or < 16)
        {
            return null;
        }

        var logMass = random.NextNormal(2 - (0.27 * magnitude), 0.35);
        return new ActiveNucleus(timeline, redshift, magnitude, apparent, logMass, random);
    }

    /// <inheritdoc/>
    public double Steady(int band) => steady[band];

    /// <summary>Standard deviation of the magnitude in a passband: the structure function at long lags over √2.</summary>
    public double Deviation(int band) => amplitude[band];

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        // The same visits see the same walk: its randomness is its own.
        var random = new ObjectRandom(walk, 0);
        var state = random.NextNormal();
        var before = Start;
        for (var i = 0; i < visits.Length; i++)
        {
            var kept = Math.Exp(-(visits[i].Mjd - before) / Timescale);
            state = (state * kept) + (Math.Sqrt(1 - (kept * kept)) * random.NextNormal());
            before = visits[i].Mjd;
            var band = visits[i].Band;
            flux[i] = steady[band] * (Math.Exp(-0.921 * amplitude[band] * state) - 1);
        }
    }

    private static double Law(double a, double b, double c, double d, double wavelength, double magnitude, double logMass) =>
        Math.Pow(10, a + (b * Math.Log10(wavelength / 4000)) + (c * (magnitude + 23)) + (d * (logMass - 9)));
}
