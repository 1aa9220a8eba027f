namespace Atat.Metrics.Embeddings;

/// <summary>
/// How near two points of a map are as a function of their distance x, 1 / (1 + a x^(2b)): the smooth stand-in for a curve that is 1 up to the least distance
/// and falls exponentially beyond (McInnes et al. 2018, section 3.2 and definition 11).
/// </summary>
/// <param name="A">a.</param>
/// <param name="B">b.</param>
public readonly record struct UmapCurve(double A, double B)
{
    private const int Samples = 300;
    private const int MostSteps = 500;

    /// <summary>Fits a and b by least squares at 300 distances from 0 to three times the spread.</summary>
    /// <param name="minimumDistance">Distance up to which points are as near as can be.</param>
    /// <param name="spread">Scale of the exponential beyond.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spread is not positive, or the distance is negative or not below three times the spread.</exception>
    public static UmapCurve Fit(double minimumDistance, double spread = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spread);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumDistance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minimumDistance, 3 * spread);
        var (x, y) = (new double[Samples], new double[Samples]);
        for (var i = 0; i < Samples; i++)
        {
            x[i] = 3 * spread * i / (Samples - 1);
            y[i] = x[i] < minimumDistance ? 1 : Math.Exp(-(x[i] - minimumDistance) / spread);
        }

        // Levenberg and Marquardt on (ln a, ln b), which keeps both positive.
        var (logA, logB, damping) = (0.0, 0.0, 1e-3);
        var error = SquaredError(x, y, logA, logB);
        for (var step = 0; step < MostSteps && damping < 1e12; step++)
        {
            var (gradientA, gradientB, aa, ab, bb) = Normal(x, y, logA, logB);
            var (da, db) = (aa * (1 + damping), bb * (1 + damping));
            var determinant = (da * db) - (ab * ab);
            var (nextA, nextB) = (logA + (((db * gradientA) - (ab * gradientB)) / determinant), logB + (((da * gradientB) - (ab * gradientA)) / determinant));
            var next = SquaredError(x, y, nextA, nextB);
            (logA, logB, error, damping) = next < error ? (nextA, nextB, next, damping / 10) : (logA, logB, error, damping * 10);
        }

        return new UmapCurve(Math.Exp(logA), Math.Exp(logB));
    }

    private static double SquaredError(double[] x, double[] y, double logA, double logB)
    {
        var (a, b, sum) = (Math.Exp(logA), Math.Exp(logB), 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var residual = y[i] - (1 / (1 + (a * Math.Pow(x[i], 2 * b))));
            sum += residual * residual;
        }

        return sum;
    }

    // Gradient and matrix of the normal equations.
    private static (double A, double B, double AA, double AB, double BB) Normal(double[] x, double[] y, double logA, double logB)
    {
        var (a, b) = (Math.Exp(logA), Math.Exp(logB));
        var sums = (A: 0.0, B: 0.0, AA: 0.0, AB: 0.0, BB: 0.0);

        // At x = 0 the curve is 1 whatever a and b are.
        for (var i = 1; i < x.Length; i++)
        {
            var power = a * Math.Pow(x[i], 2 * b);
            var value = 1 / (1 + power);
            var byA = -power * value * value;
            var byB = byA * 2 * b * Math.Log(x[i]);
            var residual = y[i] - value;
            sums = (sums.A + (byA * residual), sums.B + (byB * residual), sums.AA + (byA * byA), sums.AB + (byA * byB), sums.BB + (byB * byB));
        }

        return sums;
    }
}
