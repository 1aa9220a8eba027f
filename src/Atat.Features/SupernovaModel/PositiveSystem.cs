using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.SupernovaModel;

/// <summary>Linear equations with a small positive definite matrix, solved by Cholesky's factors Rᵀ R, eight columns at once.</summary>
internal static class PositiveSystem
{
    /// <summary>Length of a row of a matrix: the least multiple of 8 that holds it.</summary>
    public static int Stride(int size) => (size + 7) & ~7;

    /// <summary>Replaces a matrix by its upper factor R. What is left of the diagonal is not to be used.</summary>
    /// <param name="matrix">Rows of <see cref="Stride"/>, zero beyond the size; only the diagonal and what is right of it count.</param>
    /// <param name="size">Rows.</param>
    /// <returns>Whether the matrix is positive definite in double precision.</returns>
    public static bool Factor(Span<double> matrix, int size)
    {
        var stride = Stride(size);
        var blocks = stride / Vector512<double>.Count;
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(matrix);
        for (var k = 0; k < size; k++)
        {
            var pivot = matrix[(k * stride) + k];
            if (!(pivot > 0 && double.IsFinite(pivot)))
            {
                return false;
            }

            var first = k / Vector512<double>.Count;
            var row = vectors.Slice(k * blocks, blocks);
            var inverse = Vector512.Create(1 / Math.Sqrt(pivot));
            for (var c = first; c < blocks; c++)
            {
                row[c] *= inverse;
            }

            for (var i = k + 1; i < size; i++)
            {
                var factor = matrix[(k * stride) + i];
                // Fixed variables, and bands that do not share a parameter, leave many zeros.
                if (factor != 0)
                {
                    var negative = Vector512.Create(-factor);
                    var other = vectors.Slice(i * blocks, blocks);
                    for (var c = i / Vector512<double>.Count; c < other.Length; c++)
                    {
                        other[c] = Vector512.MultiplyAddEstimate(negative, row[c], other[c]);
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Solves Rᵀ R x = b in place.</summary>
    /// <param name="factor">What <see cref="Factor"/> left.</param>
    /// <param name="x">b, then x; as long as a row, zero at the end.</param>
    /// <param name="size">Rows.</param>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> x, int size)
    {
        var stride = Stride(size);
        for (var k = 0; k < size; k++)
        {
            var row = factor.Slice(k * stride, stride);
            x[k] /= row[k];
            var tail = x[(k + 1)..];
            TensorPrimitives.MultiplyAddEstimate(row[(k + 1)..], -x[k], tail, tail);
        }

        for (var k = size - 1; k >= 0; k--)
        {
            var row = factor.Slice(k * stride, stride);
            x[k] = (x[k] - TensorPrimitives.Dot(row[(k + 1)..], x[(k + 1)..stride])) / row[k];
        }
    }
}
