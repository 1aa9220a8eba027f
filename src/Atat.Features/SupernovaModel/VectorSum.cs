using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.SupernovaModel;

/// <summary>Sum of the numbers of a vector, by halves: shorter than the general one, which adds in the order of the elements.</summary>
internal static class VectorSum
{
    /// <summary>The sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(Vector512<double> vector)
    {
        var four = vector.GetLower() + vector.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }
}
