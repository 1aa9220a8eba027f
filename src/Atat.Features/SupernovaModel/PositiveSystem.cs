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
        for (var i = 0; i < size; i++)
        {
            // Until they are needed for the solution, x holds the factors with which the rows above are taken off, and its end 1 / pivot.
            ref var row = ref Unsafe.Add(ref vectors, i * blocks);
            for (var k = 0; k < i; k++)
            {
                x[k] = -system[(k * stride) + i] * system[(k * stride) + k];
            }

            for (var c = i / Width; c < blocks; c++)
            {
                var sum = Unsafe.Add(ref row, c);
                ref var above = ref Unsafe.Add(ref vectors, c);
                for (var k = 0; k < i; k++)
                {
                    sum = Vector512.MultiplyAddEstimate(Vector512.Create(x[k]), above, sum);
                    above = ref Unsafe.Add(ref above, blocks);
                }

                Unsafe.Add(ref row, c) = sum;
            }

            var pivot = system[(i * stride) + i];
            if (!(pivot > 0 && double.IsFinite(pivot)))
            {
                return false;
            }

            system[(i * stride) + i] = 1 / pivot;
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

            x[k] = (system[(k * stride) + size] - Vector512.Sum(sum)) * system[(k * stride) + k];
        }

        return true;
    }
}
