using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Simulation.Light;

/// <summary>
/// LSST's ugrizY: half-power edges of Ivezić et al. (2019), with sides, and slopes within u and Y where atmosphere and silicon cut, that
/// give the effective wavelengths of the catalog's schema to 20 Å. Photons are counted; magnitudes are AB.
/// </summary>
public static class LsstPassbands
{
    /// <summary>Number of passbands.</summary>
    public const int Count = 6;

    private const double Step = 40; // Å

    // Half-power edges, width of the sides, and throughput at the blue and the red edge over that of the middle.
    private static readonly (double Blue, double Red, double Side, double AtBlue, double AtRed)[] Shapes =
    [
        (3300, 4010, 160, 0.55, 1.3),
        (4050, 5520, 160, 0.85, 1.1),
        (5520, 6910, 140, 1, 1),
        (6910, 8180, 140, 1, 1),
        (8180, 9220, 160, 1, 0.95),
        (9230, 10450, 200, 1.35, 0.45),
    ];

    /// <summary>Names and effective wavelengths in Å.</summary>
    public static ImmutableArray<Passband> All { get; } =
        [new("u", 3671), new("g", 4827), new("r", 6223), new("i", 7546), new("z", 8691), new("Y", 9712)];

    /// <summary>Wavelengths (Å) at which a passband's throughput is sampled, with weights that add up to 1 for a flat F_ν.</summary>
    internal static ImmutableArray<(double Wavelength, double Weight)[]> Samples { get; } = [.. Enumerable.Range(0, Count).Select(Sample)];

    /// <summary>Throughput relative to the middle of the passband.</summary>
    /// <param name="band">Index of the passband.</param>
    /// <param name="wavelength">Wavelength in Å.</param>
    public static double Throughput(int band, double wavelength)
    {
        var (blue, red, side, atBlue, atRed) = Shapes[band];
        var edge = Math.Min(wavelength - blue, red - wavelength) / side;
        var place = Math.Clamp((wavelength - blue) / (red - blue), 0, 1);
        var within = place < 0.5 ? atBlue + ((1 - atBlue) * 2 * place) : 1 + ((atRed - 1) * ((2 * place) - 1));
        return Math.Clamp(edge + 0.5, 0, 1) * within;
    }

    // Photon counting: the mean of F_ν over throughput d(ln λ).
    private static (double Wavelength, double Weight)[] Sample(int band)
    {
        var (blue, red, side, _, _) = Shapes[band];
        var samples = new List<(double Wavelength, double Weight)>();
        for (var wavelength = blue - (side / 2); wavelength <= red + (side / 2); wavelength += Step)
        {
            samples.Add((wavelength, Throughput(band, wavelength) / wavelength));
        }

        var sum = samples.Sum(s => s.Weight);
        return [.. samples.Select(s => (s.Wavelength, s.Weight / sum))];
    }
}
