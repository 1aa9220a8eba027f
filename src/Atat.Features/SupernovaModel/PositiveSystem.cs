using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.SupernovaModel;

/// <summary>Linear equations with a small positive definite matrix, solved by Cholesky's factors Rᵀ R, eight columns at once.</summary>
internal static class PositiveSystem
{
    private static readonly int Width = Vector512<double>.Count;

    /// <summary>Length of a row of a matrix: the least multiple of 8 that holds it.</summary>
    public static int Stride(int size) => (size + 7) & ~7;

    /// <summary>Length of a row of a matrix with the right-hand side behind it.</summary>
    public static int Augmented(int size) => Stride(size + 1);

    /// <summary>Solves A x = b.</summary>
    /// <param name="system">
    /// Rows of <see cref="Augmented"/> numbers, overwritten: the upper triangle of the matrix, with zeros or its like below, then b, then zeros.
    /// </param>
    /// <param name="x">Receives the solution; as long as a row.</param>
    /// <param name="size">Rows.</param>
    /// <returns>Whether the matrix is positive definite in double precision; otherwise nothing is solved.</returns>
    public static bool Solve(Span<double> system, Span<double> x, int size)
    {
        var stride = Augmented(size);
        var blocks = stride / Width;
        x = x[..stride];
        ref var vectors = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<double, Vector512<double>>(system[..(stride * size)]));
        ref var numbers = ref MemoryMarshal.GetReference(system);
        ref var factors = ref MemoryMarshal.GetReference(x);
        for (var i = 0; i < size; i++)
        {
            // Until the solution, x holds the factors with which the rows above are taken off this one; a pivot's reciprocal takes its place.
            ref var above = ref Unsafe.Add(ref numbers, i);
            ref var pivots = ref numbers;
            for (var k = 0; k < i; k++)
            {
                Unsafe.Add(ref factors, k) = -above * pivots;
                above = ref Unsafe.Add(ref above, stride);
                pivots = ref Unsafe.Add(ref pivots, stride + 1);
            }

            Eliminate(ref vectors, ref factors, i, blocks);
            var pivot = Unsafe.Add(ref numbers, (i * stride) + i);
            if (!(pivot > 0 && double.IsFinite(pivot)))
            {
                return false;
            }

            Unsafe.Add(ref numbers, (i * stride) + i) = 1 / pivot;
        }

        x.Clear();
        ref var solution = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<double, Vector512<double>>(x));
        for (var k = size - 1; k >= 0; k--)
        {
            // What is still zero of x leaves out the columns up to k, and that of b.
            ref var row = ref Unsafe.Add(ref vectors, k * blocks);
            var sum = Vector512<double>.Zero;
            for (var c = k / Width; c < blocks; c++)
            {
                sum = Vector512.MultiplyAddEstimate(Unsafe.Add(ref row, c), Unsafe.Add(ref solution, c), sum);
            }

            x[k] = (system[(k * stride) + size] - VectorSum.Of(sum)) * system[(k * stride) + k];
        }

        return true;
    }

    /// <summary>xᵀ A x.</summary>
    /// <param name="matrix">A, rows of <see cref="Stride"/> numbers.</param>
    /// <param name="x">x, as long as a row.</param>
    /// <param name="size">Rows.</param>
    public static double Quadratic(ReadOnlySpan<double> matrix, ReadOnlySpan<double> x, int size)
    {
        var stride = Stride(size);
        x = x[..stride];
        ref var row = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<double, Vector512<double>>(matrix[..(stride * size)]));
        ref var vector = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<double, Vector512<double>>(x));
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < size; i++)
        {
            var product = Vector512<double>.Zero;
            for (var c = 0; c < stride / Width; c++)
            {
                product = Vector512.MultiplyAddEstimate(Unsafe.Add(ref row, c), Unsafe.Add(ref vector, c), product);
            }

            sum = Vector512.MultiplyAddEstimate(Vector512.Create(x[i]), product, sum);
            row = ref Unsafe.Add(ref row, stride / Width);
        }

        return VectorSum.Of(sum);
    }

    // Adds multiples of the rows above to row i, two vectors at a time so that sums do not wait for one another.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eliminate(ref Vector512<double> vectors, ref double factors, int i, int blocks)
    {
        ref var row = ref Unsafe.Add(ref vectors, i * blocks);
        var c = i / Width;
        if (((blocks - c) & 1) != 0)
        {
            var sum = Unsafe.Add(ref row, c);
            ref var above = ref Unsafe.Add(ref vectors, c);
            for (var k = 0; k < i; k++)
            {
                sum = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref factors, k)), above, sum);
                above = ref Unsafe.Add(ref above, blocks);
            }

            Unsafe.Add(ref row, c) = sum;
            c++;
        }

        for (; c < blocks; c += 2)
        {
            var first = Unsafe.Add(ref row, c);
            var second = Unsafe.Add(ref row, c + 1);
            ref var above = ref Unsafe.Add(ref vectors, c);
            for (var k = 0; k < i; k++)
            {
                var factor = Vector512.Create(Unsafe.Add(ref factors, k));
                first = Vector512.MultiplyAddEstimate(factor, above, first);
                second = Vector512.MultiplyAddEstimate(factor, Unsafe.Add(ref above, 1), second);
                above = ref Unsafe.Add(ref above, blocks);
            }

            Unsafe.Add(ref row, c) = first;
            Unsafe.Add(ref row, c + 1) = second;
        }
    }
}
