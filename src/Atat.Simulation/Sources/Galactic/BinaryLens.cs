using System.Numerics;

namespace Atat.Simulation.Sources.Galactic;

/// <summary>
/// Magnification by two point masses: the lens equation as a polynomial of fifth degree whose roots are the images (Witt 1990). Lengths are in
/// Einstein radii of the total mass, the masses lie on the real axis with their centre at 0.
/// </summary>
public sealed class BinaryLens
{
    private const int Degree = 5;
    private const double Tolerance = 1e-4;

    private readonly double first;
    private readonly double second;
    private readonly double firstMass;
    private readonly double secondMass;
    private readonly double separation;

    /// <summary>Makes a lens.</summary>
    /// <param name="separation">Distance of the masses.</param>
    /// <param name="massRatio">Smaller over larger mass.</param>
    public BinaryLens(double separation, double massRatio)
    {
        this.separation = separation;
        firstMass = 1 / (1 + massRatio);
        secondMass = massRatio / (1 + massRatio);
        first = -separation * secondMass;
        second = separation * firstMass;
    }

    /// <summary>Magnification of a source of finite size: the mean over points of its disc where the lens is strong.</summary>
    /// <param name="source">Position.</param>
    /// <param name="radius">Radius of the source.</param>
    public double Magnification(Complex source, double radius)
    {
        const int points = 5;
        var middle = PointMagnification(source).Magnification;
        if (middle < 2.5)
        {
            return middle;
        }

        var sum = middle;
        for (var i = 0; i < points; i++)
        {
            sum += PointMagnification(source + Complex.FromPolarCoordinates(0.7 * radius, 2 * Math.PI * i / points)).Magnification;
        }

        return Math.Min(sum / (points + 1), 2 / radius);
    }

    /// <summary>Magnification of a point, and the number of its images: 3, or 5 within a caustic.</summary>
    public (double Magnification, int Images) PointMagnification(Complex source)
    {
        Span<Complex> polynomial = stackalloc Complex[Degree + 1];
        Polynomial(source, polynomial);
        var (sum, images) = (0.0, 0);
        for (var degree = Degree; degree > 0; degree--)
        {
            var root = Root(polynomial[..(degree + 1)]);
            Deflate(polynomial[..(degree + 1)], root);
            var conjugate = Complex.Conjugate(root);
            var (toFirst, toSecond) = (conjugate - first, conjugate - second);
            var back = root - (firstMass / toFirst) - (secondMass / toSecond);
            if (Complex.Abs(back - source) > Tolerance * (1 + Complex.Abs(source)))
            {
                continue;
            }

            var shear = (firstMass / (toFirst * toFirst)) + (secondMass / (toSecond * toSecond));
            var determinant = Math.Abs(1 - (shear.Real * shear.Real) - (shear.Imaginary * shear.Imaginary));
            sum += 1 / Math.Max(determinant, 1e-7);
            images++;
        }

        return (Math.Max(sum, 1), images);
    }

    // With z' the conjugate of z: z' = w' + N / D by the conjugate equation, put into the equation itself and freed of fractions,
    // (z - w) P Q - D (m1 Q + m2 P) = 0 where P = (w' - z1) D + N and Q = (w' - z2) D + N.
    private void Polynomial(Complex source, Span<Complex> result)
    {
        var conjugate = Complex.Conjugate(source);
        Span<Complex> d = [first * second, -(first + second), 1];
        Span<Complex> p = [0, 0, 0];
        Span<Complex> q = [0, 0, 0];
        ReadOnlySpan<double> n = [-(firstMass * second) - (secondMass * first), 1];
        for (var i = 0; i < 3; i++)
        {
            var numerator = i < 2 ? n[i] : 0;
            p[i] = ((conjugate - first) * d[i]) + numerator;
            q[i] = ((conjugate - second) * d[i]) + numerator;
        }

        result.Clear();
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                var product = p[i] * q[j];
                result[i + j + 1] += product;
                result[i + j] -= source * product;
                result[i + j] -= d[i] * ((firstMass * q[j]) + (secondMass * p[j]));
            }
        }
    }

    // Laguerre's method.
    private Complex Root(ReadOnlySpan<Complex> polynomial)
    {
        const int maximumSteps = 60;
        var n = polynomial.Length - 1;
        var x = new Complex(0.31 * separation, 0.57);
        for (var step = 0; step < maximumSteps; step++)
        {
            var (value, slope, bend) = (polynomial[n], Complex.Zero, Complex.Zero);
            for (var i = n - 1; i >= 0; i--)
            {
                bend = (bend * x) + slope;
                slope = (slope * x) + value;
                value = (value * x) + polynomial[i];
            }

            if (Complex.Abs(value) < 1e-14)
            {
                return x;
            }

            var g = slope / value;
            var square = g * g;
            var root = Complex.Sqrt((n - 1) * ((n * (square - (2 * bend / value))) - square));
            var (plus, minus) = (g + root, g - root);
            var larger = Complex.Abs(plus) > Complex.Abs(minus) ? plus : minus;
            if (larger == Complex.Zero)
            {
                x += 0.1;
                continue;
            }

            var move = n / larger;
            x -= move;
            if (Complex.Abs(move) < 1e-12 * (1 + Complex.Abs(x)))
            {
                break;
            }
        }

        return x;
    }

    private static void Deflate(Span<Complex> polynomial, Complex root)
    {
        var carry = polynomial[^1];
        for (var i = polynomial.Length - 2; i >= 0; i--)
        {
            (polynomial[i], carry) = (carry, polynomial[i] + (carry * root));
        }
    }
}
