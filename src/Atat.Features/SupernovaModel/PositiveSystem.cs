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
        system = system[..(stride * size)];
        x = x[..stride];
        var blocks = stride / Width;
        ref var vectors = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<double, Vector512<double>>(system));
        for (var k = 0; k < size; k++)
        {
            var pivot = system[(k * stride) + k];
            if (!(pivot > 0 && double.IsFinite(pivot)))
            {
                return false;
            }

            ref var row = ref Unsafe.Add(ref vectors, k * blocks);
            var inverse = Vector512.Create(1 / Math.Sqrt(pivot));
            for (var c = k / Width; c < blocks; c++)
            {
                Unsafe.Add(ref row, c) *= inverse;
            }

            // Elimination takes b along, which solves Rᵀ z = b.
            for (var i = k + 1; i < size; i++)
            {
                var factor = system[(k * stride) + i];
                if (factor != 0)
                {
                    var negative = Vector512.Create(-factor);
                    ref var other = ref Unsafe.Add(ref vectors, i * blocks);
                    for (var c = i / Width; c < blocks; c++)
                    {
                        Unsafe.Add(ref other, c) = Vector512.MultiplyAddEstimate(negative, Unsafe.Add(ref row, c), Unsafe.Add(ref other, c));
                    }
                }
            }
        }

        x.Clear();
        ref var solution = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<double, Vector512<double>>(x));
        for (var k = size - 1; k >= 0; k--)
        {
            // What is still zero of x leaves out z and the columns up to k.
            ref var row = ref Unsafe.Add(ref vectors, k * blocks);
            var sum = Vector512<double>.Zero;
            for (var c = k / Width; c < blocks; c++)
            {
                sum = Vector512.MultiplyAddEstimate(Unsafe.Add(ref row, c), Unsafe.Add(ref solution, c), sum);
            }

            x[k] = (system[(k * stride) + size] - Vector512.Sum(sum)) / system[(k * stride) + k];
        }

        return true;
    }
}
