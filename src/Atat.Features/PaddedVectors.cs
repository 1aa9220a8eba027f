using System.Numerics;
using System.Runtime.InteropServices;

namespace Atat.Features;

/// <summary>
/// Exponentials and logarithms of whole series, as many values at a time as the processor takes; lengths are padded to whole vectors.
/// </summary>
internal static class PaddedVectors
{
    /// <summary>A multiple of the values in a vector of any processor.</summary>
    private const int Lanes = 8;

    /// <summary>A length rounded up to whole vectors.</summary>
    public static int Padded(int length) => (length + Lanes - 1) & -Lanes;

    /// <summary>The reference through which vectors of a series are loaded and stored.</summary>
    public static ref double Start(Span<double> series) => ref MemoryMarshal.GetReference(series);

    /// <summary>
    /// Writes <c>exp(rate · gap)</c> for every gap and a rate below zero; both spans are padded. Below exp(-300), whose square is still a normal
    /// number, it is that: slow arithmetic with subnormal numbers is avoided where they make no difference to 1 - x².
    /// </summary>
    public static void Exponentials(Span<double> gaps, double rate, Span<double> result)
    {
        ref var source = ref Start(gaps);
        ref var target = ref Start(result[..gaps.Length]);
        var rates = Vector.Create(rate);
        var least = Vector.Create(-300.0);
        for (var i = 0; i < gaps.Length; i += Vector<double>.Count)
        {
            Vector.Exp(Vector.Max(Vector.LoadUnsafe(ref source, (nuint)i) * rates, least)).StoreUnsafe(ref target, (nuint)i);
        }
    }

    /// <summary>The sum of the natural logarithms of a padded series, whose padding holds ones.</summary>
    public static double SumOfLogarithms(Span<double> values)
    {
        ref var source = ref Start(values);
        var sum = Vector<double>.Zero;
        for (var i = 0; i < values.Length; i += Vector<double>.Count)
        {
            sum += Vector.Log(Vector.LoadUnsafe(ref source, (nuint)i));
        }

        return Vector.Sum(sum);
    }
}
