using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Atat.Forests.Walking;

/// <summary>
/// Turns the values of objects into codes of one byte: how many of the thresholds that a forest has for the feature are below the value. Two comparisons with sixteen keys each
/// find it. A prepared object holds two bytes a feature, in which a missing value is above and below all others, and a last byte that is above nothing. They are signed, as
/// the processor compares.
/// </summary>
internal sealed class CodeTable
{
    /// <summary>Bytes before the first prepared object, which walks may read.</summary>
    public const int Lead = 4;

    /// <summary>Most thresholds of a feature.</summary>
    public const int MostThresholds = 255;

    private const int Sixteen = 16;
    private const int Sign = 128;
    private const int Missing = 255;

    // Of each feature every sixteenth key, then all.
    private const int KeysOfFeature = Sixteen + (Sixteen * Sixteen);

    private readonly int[] keys;
    private readonly int start;

    /// <summary>Makes a table.</summary>
    /// <param name="thresholds">Thresholds of each feature, ascending.</param>
    public CodeTable(ImmutableArray<float[]> thresholds)
    {
        Thresholds = thresholds;
        keys = CacheLines.Allocate<int>(thresholds.Length * KeysOfFeature, out start);
        for (var f = 0; f < thresholds.Length; f++)
        {
            var all = keys.AsSpan(start + (f * KeysOfFeature) + Sixteen, Sixteen * Sixteen);
            all.Fill(int.MaxValue);
            for (var i = 0; i < thresholds[f].Length; i++)
            {
                all[i] = ValueKeys.Of(thresholds[f][i]);
            }

            for (var i = 0; i < Sixteen; i++)
            {
                keys[start + (f * KeysOfFeature) + i] = all[(Sixteen * i) + Sixteen - 1];
            }
        }
    }

    /// <summary>Thresholds of each feature, ascending.</summary>
    public ImmutableArray<float[]> Thresholds { get; }

    /// <summary>Bytes of a prepared object.</summary>
    public int PreparedLength => (2 * Thresholds.Length) + 1;

    /// <summary>Place of the byte that is above nothing.</summary>
    public int Nothing => 2 * Thresholds.Length;

    /// <summary>Place of the byte that a split reads.</summary>
    public static int PlaceOf(int feature, bool missingLeft) => (2 * feature) + (missingLeft ? 1 : 0);

    /// <summary>Threshold, as a byte to compare with, of a split: the objects with codes above it go right.</summary>
    public static byte ByteOf(int threshold, bool missingLeft) => (byte)((threshold + (missingLeft ? 1 : 0)) ^ Sign);

    /// <summary>Which threshold of its feature a split has.</summary>
    public static int ThresholdOf(byte value, int place) => (value ^ Sign) - (place & 1);

    /// <summary>Prepares an object.</summary>
    /// <param name="row">Its features.</param>
    /// <param name="prepared">Takes <see cref="PreparedLength"/> bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare(ReadOnlySpan<float> row, Span<byte> prepared)
    {
        prepared[2 * row.Length] = Sign;
        ref var to = ref prepared[0];
        ref var of = ref keys[start];
        for (var f = 0; f < row.Length; f++)
        {
            Write(Code(ref of, row[f]), ref to);
            of = ref Unsafe.Add(ref of, KeysOfFeature);
            to = ref Unsafe.Add(ref to, 2);
        }
    }

    /// <summary>Prepares several objects.</summary>
    /// <param name="matrix">Features.</param>
    /// <param name="rows">Rows of the objects.</param>
    /// <param name="prepared">Takes <see cref="PreparedLength"/> bytes for each, one after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare(FeatureMatrix matrix, ReadOnlySpan<int> rows, Span<byte> prepared)
    {
        var length = PreparedLength;
        for (var i = 0; i < rows.Length; i++)
        {
            prepared[(i * length) + length - 1] = Sign;
        }

        for (var f = 0; f < Thresholds.Length; f++)
        {
            var column = matrix.Column(f);
            ref var of = ref keys[start + (f * KeysOfFeature)];
            ref var to = ref prepared[2 * f];
            foreach (var row in rows)
            {
                Write(Code(ref of, column[row]), ref to);
                to = ref Unsafe.Add(ref to, length);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(int code, ref byte to)
    {
        to = (byte)(code ^ Sign);
        Unsafe.Add(ref to, 1) = (byte)((code + 1) ^ Sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Code(ref int keys, float value)
    {
        var key = ValueKeys.Of(value);
        var sought = Vector512.Create(key);
        var part = BitOperations.PopCount((uint)Vector512.GreaterThan(sought, Vector512.LoadUnsafe(ref keys)).ExtractMostSignificantBits());
        var within = BitOperations.PopCount((uint)Vector512.GreaterThan(sought, Vector512.LoadUnsafe(ref keys, (nuint)(uint)(Sixteen * (part + 1)))).ExtractMostSignificantBits());
        return key == ValueKeys.Missing ? Missing : (Sixteen * part) + within;
    }
}
