using System.Numerics.Tensors;

namespace Atat.Features;

/// <summary>
/// The Moore-Penrose inverse of a small square matrix times a vector, by one-sided Jacobi rotations (Hestenes 1958; Golub and Van Loan 2013,
/// section 8.6.3). Singular values below 1e-15 of the largest count as zero.
/// </summary>
internal static class PseudoInverse
{
    private const double CutOff = 1e-15;
    private const double Orthogonal = 1e-15;
    private const int Sweeps = 40;

    /// <summary>Multiplies a vector by the inverse of the matrix or of its transpose.</summary>
    /// <param name="matrix">The columns one behind the other; overwritten.</param>
    /// <param name="size">Rows and columns.</param>
    /// <param name="vector">The vector; its first elements are used.</param>
    /// <param name="transposed">Whether to take the inverse of the transpose.</param>
    /// <param name="result">Receives the product.</param>
    /// <param name="scratch">Working memory.</param>
    public static void Apply(Span<double> matrix, int size, ReadOnlySpan<double> vector, bool transposed, Span<double> result, Scratch scratch)
    {
        vector = vector[..size];
        result = result[..size];
        var mark = scratch.Mark;
        var rotation = scratch.TakeZeros(size * size);
        for (var i = 0; i < size; i++)
        {
            rotation[(i * size) + i] = 1;
        }

        // Afterwards the matrix is U Σ and the rotation V.
        for (var sweep = 0; sweep < Sweeps && Sweep(matrix, rotation, size); sweep++)
        {
        }

        var largest = 0.0;
        for (var j = 0; j < size; j++)
        {
            largest = Math.Max(largest, TensorPrimitives.SumOfSquares<double>(matrix.Slice(j * size, size)));
        }

        result.Fill(double.IsFinite(largest) ? 0 : double.NaN);
        for (var j = 0; j < size; j++)
        {
            var column = matrix.Slice(j * size, size);
            var turned = rotation.Slice(j * size, size);
            var square = TensorPrimitives.SumOfSquares<double>(column);
            if (square > CutOff * CutOff * largest)
            {
                var share = TensorPrimitives.Dot(transposed ? turned : column, vector) / square;
                TensorPrimitives.MultiplyAdd(transposed ? column : turned, share, result, result);
            }
        }

        scratch.Free(mark);
    }

    /// <summary>Makes each pair of columns orthogonal once; says whether any was not.</summary>
    private static bool Sweep(Span<double> matrix, Span<double> rotation, int size)
    {
        var rotated = false;
        for (var p = 0; p < size - 1; p++)
        {
            for (var q = p + 1; q < size; q++)
            {
                var left = matrix.Slice(p * size, size);
                var right = matrix.Slice(q * size, size);
                var a = TensorPrimitives.SumOfSquares<double>(left);
                var b = TensorPrimitives.SumOfSquares<double>(right);
                var product = TensorPrimitives.Dot<double>(left, right);
                if (!(Math.Abs(product) > Orthogonal * Math.Sqrt(a) * Math.Sqrt(b)))
                {
                    continue;
                }

                var zeta = (b - a) / (2 * product);
                var tangent = (zeta < 0 ? -1 : 1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
                var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
                Turn(left, right, cosine, cosine * tangent);
                Turn(rotation.Slice(p * size, size), rotation.Slice(q * size, size), cosine, cosine * tangent);
                rotated = true;
            }
        }

        return rotated;
    }

    private static void Turn(Span<double> left, Span<double> right, double cosine, double sine)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var (x, y) = (left[i], right[i]);
            (left[i], right[i]) = ((cosine * x) - (sine * y), (sine * x) + (cosine * y));
        }
    }
}
