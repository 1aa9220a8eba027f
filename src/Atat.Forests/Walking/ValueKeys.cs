using System.Runtime.CompilerServices;

namespace Atat.Forests.Walking;

/// <summary>Values as integers in the same order, with missing values (NaN, infinities) below all.</summary>
internal static class ValueKeys
{
    /// <summary>Key of a missing value.</summary>
    public const int Missing = int.MinValue;

    private const int MagnitudeBits = int.MaxValue;
    private const int ExponentBits = 0x7F800000;

    /// <summary>Key of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(float value)
    {
        // Adding 0 makes -0 and 0 one.
        var bits = BitConverter.SingleToInt32Bits(value + 0f);
        return (bits & ExponentBits) == ExponentBits ? Missing : bits ^ ((bits >> 31) & MagnitudeBits);
    }
}
