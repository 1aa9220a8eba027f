using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Forests.Walking;

/// <summary>
/// Turns the values of objects into codes of two bytes: how many of the thresholds that a forest has for the feature are below the value. Two comparisons with sixteen keys each find it, three
/// where there are more than 255. A prepared object holds two codes a feature, in which a missing value is above and below all others, and a last one that is above nothing. They are signed, as
/// the processor compares.
/// </summary>
internal sealed class CodeTable
{
    /// <summary>Codes before the first prepared object, which walks may read.</summary>
    public const int Lead = 2;

    private const int Sixteen = 16;

    // Of each feature: every 256th key, where there are as many, every sixteenth, then all.
    private readonly int[] keys;
    private readonly int[] starts;

    /// <summary>Makes a table.</summary>
    /// <param name="thresholds">Thresholds of each feature, ascending.</param>
    public CodeTable(ImmutableArray<float[]> thresholds)
    {
        Thresholds = thresholds;
        Format = new NodeFormat(thresholds.Length, thresholds.Max(of => of.Length));
        keys = CacheLines.Allocate<int>(thresholds.Sum(of => Length(of.Length)), out var start);
        Array.Fill(keys, int.MaxValue);
        starts = new int[thresholds.Length];
        foreach (var (f, of) in thresholds.Index())
        {
            starts[f] = start;
            var all = start + Length(of.Length) - Lines(of.Length);
            for (var i = 0; i < of.Length; i++)
            {
                keys[all + i] = ValueKeys.Of(of[i]);
            }

            var sparse = all - (IsLarge(of.Length) ? Lines(of.Length / Sixteen) : Sixteen);
            Sparse(all, of.Length / Sixteen, sparse);
            if (IsLarge(of.Length))
            {
                Sparse(sparse, of.Length / (Sixteen * Sixteen), start);
            }

            start += Length(of.Length);
        }
    }

    /// <summary>Thresholds of each feature, ascending.</summary>
    public ImmutableArray<float[]> Thresholds { get; }

    /// <summary>Format of the nodes that codes are for.</summary>
    public NodeFormat Format { get; }

    /// <summary>Codes of a prepared object.</summary>
    public int PreparedLength => (2 * Thresholds.Length) + 1;

    /// <summary>Prepares an object.</summary>
    /// <param name="row">Its features.</param>
    /// <param name="prepared">Takes <see cref="PreparedLength"/> codes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare(ReadOnlySpan<float> row, Span<short> prepared)
    {
        var format = Format;
        prepared[2 * row.Length] = format.Prepared(0);
        var pairs = MemoryMarshal.Cast<short, uint>(prepared);
        for (var f = 0; f < row.Length; f++)
        {
            pairs[f] = Pair(ref keys[starts[f]], Thresholds[f].Length, row[f], format);
        }
    }

    /// <summary>Prepares several objects.</summary>
    /// <param name="matrix">Features.</param>
    /// <param name="rows">Rows of the objects.</param>
    /// <param name="prepared">Takes <see cref="PreparedLength"/> codes for each, one after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare(FeatureMatrix matrix, ReadOnlySpan<int> rows, Span<short> prepared)
    {
        var (format, length) = (Format, PreparedLength);
        for (var i = 0; i < rows.Length; i++)
        {
            prepared[(i * length) + length - 1] = format.Prepared(0);
        }

        for (var f = 0; f < Thresholds.Length; f++)
        {
            var column = matrix.Column(f);
            var thresholds = Thresholds[f].Length;
            ref var of = ref keys[starts[f]];
            ref var to = ref prepared[2 * f];
            foreach (var row in rows)
            {
                Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref to), Pair(ref of, thresholds, column[row], format));
                to = ref Unsafe.Add(ref to, length);
            }
        }
    }

    // Both codes of a value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Pair(ref int keys, int thresholds, float value, NodeFormat format)
    {
        var key = ValueKeys.Of(value);
        var sought = Vector512.Create(key);
        var part = Below(sought, ref keys);
        if (IsLarge(thresholds))
        {
            keys = ref Unsafe.Add(ref keys, Sixteen);
            part = (Sixteen * part) + Below(sought, ref Unsafe.Add(ref keys, Sixteen * part));
            keys = ref Unsafe.Add(ref keys, Lines(thresholds / Sixteen));
        }
        else
        {
            keys = ref Unsafe.Add(ref keys, Sixteen);
        }

        var code = (Sixteen * part) + Below(sought, ref Unsafe.Add(ref keys, Sixteen * part));
        return key == ValueKeys.Missing ? format.MissingPair : format.Pair(code);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Below(Vector512<int> sought, ref int keys) =>
        BitOperations.PopCount((uint)Vector512.GreaterThan(sought, Vector512.LoadUnsafe(ref keys)).ExtractMostSignificantBits());

    private static bool IsLarge(int thresholds) => thresholds >= Sixteen * Sixteen;

    // Whole lines, the last of which has room: some key in every line is above all values.
    private static int Lines(int count) => ((count / Sixteen) + 1) * Sixteen;

    private static int Length(int thresholds) => Sixteen + (IsLarge(thresholds) ? Lines(thresholds / Sixteen) : 0) + Lines(thresholds);

    private void Sparse(int from, int count, int to)
    {
        for (var i = 0; i < count; i++)
        {
            keys[to + i] = keys[from + (Sixteen * i) + Sixteen - 1];
        }
    }
}
