using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Atat.Forests.Walking;

/// <summary>
/// Values as integers in the same order, with missing values (NaN, infinities) below all: integers compare in one cycle, and one subtraction, which wraps around, puts
/// missing values above all.
/// </summary>
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

    /// <summary>Value of a key that is not that of a missing value.</summary>
    public static float ValueOf(int key) => BitConverter.Int32BitsToSingle(key ^ ((key >> 31) & MagnitudeBits));

    /// <summary>Length of a prepared row.</summary>
    public static int PreparedLength(int features) => (2 * features) + 1;

    /// <summary>Keys of a row twice, as nodes read them: with missing values below, then with missing values above all others, feature by feature; then one that is above nothing.</summary>
    /// <param name="row">Values.</param>
    /// <param name="prepared">Takes <see cref="PreparedLength"/> keys.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prepare(ReadOnlySpan<float> row, Span<int> prepared)
    {
        var i = 0;
        var (exponent, magnitude) = (Vector256.Create(ExponentBits), Vector256.Create(MagnitudeBits));
        for (; i <= row.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var bits = (Vector256.Create(row[i..]) + Vector256<float>.Zero).AsInt32();
            var isMissing = Vector256.Equals(bits & exponent, exponent);
            var keys = Vector256.ConditionalSelect(isMissing, Vector256.Create(Missing), bits ^ ((bits >> 31) & magnitude));
            var (lower, upper) = Vector256.Widen(keys.AsUInt32());
            (lower | (Vector256.Widen((keys - Vector256<int>.One).AsUInt32()).Lower << 32)).AsInt32().CopyTo(prepared[(2 * i)..]);
            (upper | (Vector256.Widen((keys - Vector256<int>.One).AsUInt32()).Upper << 32)).AsInt32().CopyTo(prepared[((2 * i) + Vector256<int>.Count)..]);
        }

        for (; i < row.Length; i++)
        {
            prepared[2 * i] = Of(row[i]);
            prepared[(2 * i) + 1] = unchecked(prepared[2 * i] - 1);
        }

        prepared[2 * i] = Missing;
    }
}
