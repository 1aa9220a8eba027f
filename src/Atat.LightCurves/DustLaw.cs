namespace Atat.LightCurves;

/// <summary>
/// Extinction by interstellar dust: Cardelli, Clayton and Mathis (1989), with O'Donnell's (1994) optical coefficients; 1,000 Å to 3.3 µm.
/// </summary>
public static class DustLaw
{
    private static readonly double[] OpticalA = [1, 0.104, -0.609, 0.701, 1.137, -1.718, -0.827, 1.647, -0.505];
    private static readonly double[] OpticalB = [0, 1.952, 2.908, -3.989, -7.985, 11.102, 5.491, -10.805, 3.347];

    /// <summary>A(λ) / A(V).</summary>
    /// <param name="wavelength">Wavelength in Å; outside 1,000 Å to 3.3 µm the law's value at that end.</param>
    /// <param name="rv">A(V) / E(B-V).</param>
    public static double Ratio(double wavelength, double rv = 3.1)
    {
        var x = Math.Clamp(1e4 / wavelength, 0.3, 10);
        var (a, b) = x switch
        {
            < 1.1 => (0.574 * Math.Pow(x, 1.61), -0.527 * Math.Pow(x, 1.61)),
            < 3.3 => (Polynomial(OpticalA, x - 1.82), Polynomial(OpticalB, x - 1.82)),
            < 8 => Ultraviolet(x),
            _ => FarUltraviolet(x - 8),
        };
        return a + (b / rv);
    }

    /// <summary>Extinction A(λ) in magnitudes for a reddening E(B-V).</summary>
    public static double Extinction(double wavelength, double reddening, double rv = 3.1) => rv * reddening * Ratio(wavelength, rv);

    private static (double A, double B) Ultraviolet(double x)
    {
        var (fa, fb) = (0.0, 0.0);
        if (x >= 5.9)
        {
            var y = x - 5.9;
            fa = (-0.04473 * y * y) - (0.009779 * y * y * y);
            fb = (0.2130 * y * y) + (0.1207 * y * y * y);
        }

        return (1.752 - (0.316 * x) - (0.104 / (((x - 4.67) * (x - 4.67)) + 0.341)) + fa,
            -3.090 + (1.825 * x) + (1.206 / (((x - 4.62) * (x - 4.62)) + 0.263)) + fb);
    }

    private static (double A, double B) FarUltraviolet(double y) =>
        (-1.073 - (0.628 * y) + (0.137 * y * y) - (0.070 * y * y * y),
            13.670 + (4.257 * y) - (0.420 * y * y) + (0.374 * y * y * y));

    private static double Polynomial(double[] coefficients, double y)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * y) + coefficients[i];
        }

        return sum;
    }
}
