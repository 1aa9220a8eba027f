using System.Numerics.Tensors;

namespace Atat.Metrics.Embeddings;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix without negative eigenvalues, by one-sided Jacobi rotations (Hestenes 1958): rows are rotated
/// in pairs until all are orthogonal; then row i is the eigenvalue times the eigenvector. Everything runs along rows.
/// </summary>
internal static class SymmetricEigen
{
    // Far more than any matrix needs: convergence is quadratic at the end.
    private const int MostSweeps = 60;
    private const double Precision = 1e-15;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">Row-major (width, width), symmetric and positive semidefinite; is overwritten.</param>
    /// <param name="width">Rows and columns.</param>
    /// <returns>Eigenvalues, descending, and the eigenvectors as rows in the same order.</returns>
    public static (double[] Values, double[] Vectors) Decompose(double[] matrix, int width)
    {
        var vectors = new double[width * width];
        for (var i = 0; i < width; i++)
        {
            vectors[(i * width) + i] = 1;
        }

        // Rows below rounding of the whole are eigenvectors of the value 0 as they are.
        var smallest = Precision * TensorPrimitives.Norm<double>(matrix);
        for (var sweep = 0; sweep < MostSweeps && Sweep(matrix, vectors, width, smallest * smallest); sweep++)
        {
        }

        var values = new double[width];
        for (var i = 0; i < width; i++)
        {
            values[i] = TensorPrimitives.Norm<double>(matrix.AsSpan(i * width, width));
        }

        int[] order = [.. Enumerable.Range(0, width).OrderByDescending(i => values[i])];
        var sorted = new double[width * width];
        for (var i = 0; i < width; i++)
        {
            vectors.AsSpan(order[i] * width, width).CopyTo(sorted.AsSpan(i * width, width));
        }

        return ([.. order.Select(i => values[i])], sorted);
    }

    // Makes each pair of rows orthogonal once; false if all were.
    private static bool Sweep(double[] matrix, double[] vectors, int width, double negligible)
    {
        var rotated = false;
        var buffer = new double[width];
        for (var p = 0; p < width; p++)
        {
            for (var q = p + 1; q < width; q++)
            {
                var a = matrix.AsSpan(p * width, width);
                var b = matrix.AsSpan(q * width, width);
                var (aa, bb, ab) = (TensorPrimitives.SumOfSquares<double>(a), TensorPrimitives.SumOfSquares<double>(b), TensorPrimitives.Dot<double>(a, b));
                if (aa <= negligible || bb <= negligible || Math.Abs(ab) <= Precision * Math.Sqrt(aa) * Math.Sqrt(bb))
                {
                    continue;
                }

                rotated = true;
                var zeta = (bb - aa) / (2 * ab);
                var tangent = (zeta < 0 ? -1 : 1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
                var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
                Rotate(a, b, cosine, cosine * tangent, buffer);
                Rotate(vectors.AsSpan(p * width, width), vectors.AsSpan(q * width, width), cosine, cosine * tangent, buffer);
            }
        }

        return rotated;
    }

    // (a, b) becomes (c a - s b, s a + c b).
    private static void Rotate(Span<double> a, Span<double> b, double cosine, double sine, Span<double> buffer)
    {
        TensorPrimitives.Multiply<double>(a, sine, buffer);
        TensorPrimitives.MultiplyAdd<double>(b, cosine, buffer, buffer);
        TensorPrimitives.Multiply<double>(a, cosine, a);
        TensorPrimitives.MultiplyAdd<double>(b, -sine, a, a);
        buffer.CopyTo(b);
    }
}
