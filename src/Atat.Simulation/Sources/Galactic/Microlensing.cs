using System.Numerics;
using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// Microlensing event: a star that a passing mass magnifies in all passbands alike (Paczyński 1986), blended with its neighbours, with the
/// distribution of timescales of Mróz et al. (2019); lenses are single, or double with caustics. The reference image shows the star at rest.
/// </summary>
public sealed class Microlensing : ISource
{
    private const double Reach = 4; // Einstein times from the peak

    private readonly double[] baseline;
    private readonly double[] lensed;
    private readonly double sourceRadius;
    private readonly BinaryLens? binary;
    private readonly Complex direction;

    private Microlensing(double peak, double timescale, double impact, double[] baseline, double[] lensed, double sourceRadius, BinaryLens? binary, double angle)
    {
        (Peak, Timescale, Impact, this.baseline, this.lensed) = (peak, timescale, impact, baseline, lensed);
        (this.sourceRadius, this.binary) = (sourceRadius, binary);
        direction = Complex.FromPolarCoordinates(1, angle);
    }

    /// <inheritdoc/>
    public double Redshift => 0;

    /// <summary>MJD of the closest approach.</summary>
    public double Peak { get; }

    /// <summary>Einstein time in days.</summary>
    public double Timescale { get; }

    /// <summary>Closest approach in Einstein radii.</summary>
    public double Impact { get; }

    /// <inheritdoc/>
    public double Start => Peak - (Reach * Timescale);

    /// <inheritdoc/>
    public double End => Peak + (Reach * Timescale);

    /// <summary>Single lens.</summary>
    public static ISource? DrawSingle(Timeline timeline, Random random) => Draw(timeline, random, random.NextLogNormal(24, 0.32), null);

    /// <summary>Single lens of a general population, with black holes among the lenses: longer (as the GenLens models of Kessler et al. 2019).</summary>
    public static ISource? DrawGeneral(Timeline timeline, Random random) => Draw(timeline, random, random.NextLogNormal(35, 0.4), null);

    /// <summary>Double lens: separations evenly in the logarithm, mass ratios from planets to equal stars (Mróz et al. 2019; Gould et al. 2010).</summary>
    public static ISource? DrawBinary(Timeline timeline, Random random) =>
        Draw(timeline, random, random.NextLogNormal(28, 0.32), new BinaryLens(random.NextLogUniform(0.5, 2.2), random.NextLogUniform(0.02, 1)));

    /// <inheritdoc/>
    public double Steady(int band) => baseline[band];

    /// <summary>Magnification of the source star at a time.</summary>
    public double Magnification(double mjd)
    {
        var along = (mjd - Peak) / Timescale;
        if (binary is not null)
        {
            return binary.Magnification(new Complex(along, Impact) * direction, sourceRadius);
        }

        // A disc of finite size has at most sqrt(1 + 4 / radius²) (Witt and Mao 1994).
        var u = (along * along) + (Impact * Impact) + (sourceRadius * sourceRadius / 4);
        return (u + 2) / Math.Sqrt(u * (u + 4));
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        for (var i = 0; i < visits.Length; i++)
        {
            flux[i] = lensed[visits[i].Band] * (Magnification(visits[i].Mjd) - 1);
        }
    }

    private static Microlensing? Draw(Timeline timeline, Random random, double timescale, BinaryLens? binary)
    {
        // Stars grow more numerous by two fifths of a dex a magnitude, at first.
        var magnitude = 24.5 - (2.5 * random.NextExponential(0.75));
        var impact = random.NextUniform(0, binary is null ? 1.1 : 0.9);
        timescale = Math.Clamp(timescale, 2, 400);
        var blend = random.NextDouble() < 0.4 ? 1 : random.NextUniform(0.15, 1);
        if (magnitude < 15.5 || magnitude - (2.5 * Math.Log10(3 / Math.Max(impact, 0.02))) > SourceModel.Faintest)
        {
            return null;
        }

        var peak = random.NextUniform(timeline.Start - timescale, timeline.End + (timescale / 2));
        var unlensed = StarColours.Fluxes(magnitude, random.NextNormal(5200, 700, 3500, 7500));
        double[] behind = [.. Enumerable.Range(0, LsstPassbands.Count).Select(band => blend * unlensed[band])];
        return new Microlensing(peak, timescale, impact, unlensed, behind, random.NextLogUniform(0.0005, 0.02), binary, random.NextUniform(0, 2 * Math.PI));
    }
}
