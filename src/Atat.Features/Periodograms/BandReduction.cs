using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.Periodograms;

/// <summary>
/// The chi-square that a Fourier series takes off a constant, for one band and many frequencies, in double precision. With one harmonic, frequencies are
/// taken in blocks symmetric about a centre F: the sums at F + d and F - d differ in signs of the same four products of cos and sin of F and d, so that
/// a block is a small matrix product and no sine is computed for a frequency and observation.
/// </summary>
internal sealed class BandReduction
{
    // Frequencies of a block.
    private const int Block = 128;
    private const int Lanes = 8;
    private const int Vectors = Block / 2 / Lanes;

    // Blocks whose centres are held at a time: as many as leave the offsets of a vector in the nearest cache.
    private const int Group = 16;

    // Observations from which tables are kept small instead.
    private const int LongBand = 20_000;

    // cos d, sin d, cos 2d, sin 2d of an observation and a vector of offsets.
    private const int OffsetColumns = 4;

    private static readonly Vector512<long> Swapped = Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6);
    private static readonly Vector512<long> Backwards = Vector512.Create(7L, 6, 5, 4, 3, 2, 1, 0);

    private readonly OrthogonalPolynomials<double> polynomials = new();
    private double[] offsets = [];
    private double[] centres = [];
    private double[] phases = [];
    private double[] lanes = [];

    /// <summary>Rounds a number of frequencies up to whole pairs of blocks.</summary>
    public static int Padded(int count) => (count + (2 * Block) - 1) / (2 * Block) * (2 * Block);

    /// <summary>Computes the reductions on a grid.</summary>
    /// <param name="signal">The band.</param>
    /// <param name="grid">Frequencies.</param>
    /// <param name="harmonics">Harmonics of the series.</param>
    /// <param name="reduction">Receives a value a frequency; <see cref="Padded"/> long.</param>
    public void OnGrid(BandSignal signal, FrequencyGrid grid, int harmonics, Span<double> reduction)
    {
        if (harmonics > 1)
        {
            for (var k = 0; k < grid.Count; k += Lanes)
            {
                ByRecursion(signal, grid[k], grid.Step, harmonics, reduction.Slice(k, Lanes));
            }

            return;
        }

        // The tables of a long band would not fit into memory: it is gone through once for each vector of offsets.
        var (vectors, group) = signal.Count > LongBand ? (1, 2) : (Vectors, Group);
        Grow(ref offsets, (long)signal.Count * vectors * OffsetColumns * Lanes);
        Grow(ref centres, (long)signal.Count * Lanes * group);
        Grow(ref phases, (long)signal.Count * 3 * Lanes);
        for (var vector = 0; vector < Vectors; vector += vectors)
        {
            FillOffsets(signal, grid.Step, vector, vectors);
            StartCentres(signal, grid[0] + (((Block / 2) - 0.5) * grid.Step), grid.Step * Block);
            SumBlocks(signal, grid, vector, vectors, group, reduction);
        }
    }

    /// <summary>Computes the reductions at a few equally spaced frequencies from each of several on.</summary>
    /// <param name="signal">The band.</param>
    /// <param name="starts">First frequencies, cycles a day.</param>
    /// <param name="step">Distance of neighbours, cycles a day.</param>
    /// <param name="harmonics">Harmonics of the series.</param>
    /// <param name="reduction">Receives (starts, frequencies); the number of frequencies is a multiple of eight.</param>
    public void Few(BandSignal signal, ReadOnlySpan<double> starts, double step, int harmonics, Span<double> reduction)
    {
        var count = reduction.Length / starts.Length;
        if (harmonics == 1)
        {
            Grow(ref offsets, (long)signal.Count * count * 2);
            Grow(ref phases, (long)signal.Count * 2);
            FillFewOffsets(signal, step, count / Lanes);
        }

        for (var i = 0; i < starts.Length; i++)
        {
            if (harmonics == 1)
            {
                FillFewStart(signal, starts[i]);
            }

            for (var k = 0; k < count; k += Lanes)
            {
                var target = reduction.Slice((i * count) + k, Lanes);
                if (harmonics > 1 || !ByOffsets(signal, k / Lanes, target))
                {
                    ByRecursion(signal, starts[i] + (k * step), step, harmonics, target);
                }
            }
        }
    }

    private static void Grow(ref double[] array, long length)
    {
        if (array.Length < length)
        {
            array = new double[checked((int)length)];
        }
    }

    private void FillOffsets(BandSignal signal, double step, int first, int vectors)
    {
        var table = MemoryMarshal.Cast<double, Vector512<double>>(offsets.AsSpan());
        var time = signal.Time;
        for (var i = 0; i < time.Length; i++)
        {
            var turns = step * time[i];
            var (sine, cosine) = Math.SinCos(2 * Math.PI * PhaseLanes.Fraction(Lanes * turns));
            var phase = PhaseLanes.Of(((first * Lanes) + 0.5) * turns, turns);
            for (var vector = 0; vector < vectors; vector++)
            {
                var row = table.Slice(((vector * time.Length) + i) * OffsetColumns, OffsetColumns);
                row[0] = phase.Cosine;
                row[1] = phase.Sine;
                row[2] = (phase.Cosine * phase.Cosine) - (phase.Sine * phase.Sine);
                row[3] = 2 * phase.Sine * phase.Cosine;
                phase = phase.Turned(cosine, sine);
            }
        }
    }

    private void SumBlocks(BandSignal signal, FrequencyGrid grid, int firstVector, int vectors, int group, Span<double> reduction)
    {
        var blocks = Padded(grid.Count) / Block;
        for (var first = 0; first < blocks; first += group)
        {
            var count = Math.Min(group, blocks - first);
            for (var block = 0; block < count; block++)
            {
                FillCentres(signal, block);
            }

            for (var vector = 0; vector < vectors; vector++)
            {
                for (var block = 0; block < count; block += 2)
                {
                    ref var offset = ref Unsafe.As<double, Vector512<double>>(ref offsets[vector * signal.Count * OffsetColumns * Lanes]);
                    SumVector(signal, grid, ref offset, block, firstVector + vector, (first + block) * Block, reduction);
                }
            }
        }
    }

    // phases: of each observation the row of the present centre (w cos F, w sin F, wy cos F, wy sin F, w cos 2F, w sin 2F), and the factors that turn it by the
    // step to the next: cosines, and sines with their signs, (observations, 3, lanes).
    private void StartCentres(BandSignal signal, double centre, double step)
    {
        var rows = MemoryMarshal.Cast<double, Vector512<double>>(phases.AsSpan());
        for (var i = 0; i < signal.Count; i++)
        {
            var (s, c) = Math.SinCos(2 * Math.PI * PhaseLanes.Fraction(centre * signal.Time[i]));
            var (t, d) = Math.SinCos(2 * Math.PI * PhaseLanes.Fraction(step * signal.Time[i]));
            var (w, y) = (signal.Weight[i], signal.WeightedValue[i]);
            var (doubledCosine, doubledSine) = ((d * d) - (t * t), 2 * t * d);
            rows[3 * i] = Vector512.Create(w * c, w * s, y * c, y * s, w * ((c * c) - (s * s)), 2 * w * c * s, 0, 0);
            rows[(3 * i) + 1] = Vector512.Create(d, d, d, d, doubledCosine, doubledCosine, 0, 0);
            rows[(3 * i) + 2] = Vector512.Create(-t, t, -t, t, -doubledSine, doubledSine, 0, 0);
        }
    }

    // Two blocks side by side, (pairs of blocks, observations, 2, lanes); then on to the next block.
    private void FillCentres(BandSignal signal, int block)
    {
        var n = signal.Count;
        var rows = MemoryMarshal.Cast<double, Vector512<double>>(phases.AsSpan());
        var target = MemoryMarshal.Cast<double, Vector512<double>>(centres.AsSpan()).Slice((block / 2 * n * 2) + (block % 2), (2 * n) - 1);
        for (var i = 0; i < n; i++)
        {
            var row = rows[3 * i];
            target[2 * i] = row;
            rows[3 * i] = (row * rows[(3 * i) + 1]) + (Vector512.Shuffle(row, Swapped) * rows[(3 * i) + 2]);
        }
    }

    // Two blocks, p and q, at a time: the offsets are read once for both, and the processor always has a sum to go on with. w, y and d are sums of weights,
    // of weighted values and of weights at the doubled phase; 1 to 4 the products of centre and offset: cos cos, cos sin, sin cos, sin sin.
    private void SumVector(BandSignal signal, FrequencyGrid grid, ref Vector512<double> offset, int block, int vector, int start, Span<double> reduction)
    {
        var n = signal.Count;
        ref var centre = ref centres[block * n * Lanes];
        var fit = new OneHarmonicFit(signal.TotalWeight);
        Vector512<double> pw1 = default, pw2 = default, pw3 = default, pw4 = default;
        Vector512<double> py1 = default, py2 = default, py3 = default, py4 = default;
        Vector512<double> pd1 = default, pd2 = default, pd3 = default, pd4 = default;
        Vector512<double> qw1 = default, qw2 = default, qw3 = default, qw4 = default;
        Vector512<double> qy1 = default, qy2 = default, qy3 = default, qy4 = default;
        Vector512<double> qd1 = default, qd2 = default, qd3 = default, qd4 = default;
        for (var i = 0; i < n; i++)
        {
            var (cosine, sine) = (offset, Unsafe.Add(ref offset, 1));
            var (a, b) = (Vector512.Create(centre), Vector512.Create(Unsafe.Add(ref centre, 1)));
            (pw1, pw2) = (Vector512.FusedMultiplyAdd(a, cosine, pw1), Vector512.FusedMultiplyAdd(a, sine, pw2));
            (pw3, pw4) = (Vector512.FusedMultiplyAdd(b, cosine, pw3), Vector512.FusedMultiplyAdd(b, sine, pw4));
            (a, b) = (Vector512.Create(Unsafe.Add(ref centre, 8)), Vector512.Create(Unsafe.Add(ref centre, 9)));
            (qw1, qw2) = (Vector512.FusedMultiplyAdd(a, cosine, qw1), Vector512.FusedMultiplyAdd(a, sine, qw2));
            (qw3, qw4) = (Vector512.FusedMultiplyAdd(b, cosine, qw3), Vector512.FusedMultiplyAdd(b, sine, qw4));
            (a, b) = (Vector512.Create(Unsafe.Add(ref centre, 2)), Vector512.Create(Unsafe.Add(ref centre, 3)));
            (py1, py2) = (Vector512.FusedMultiplyAdd(a, cosine, py1), Vector512.FusedMultiplyAdd(a, sine, py2));
            (py3, py4) = (Vector512.FusedMultiplyAdd(b, cosine, py3), Vector512.FusedMultiplyAdd(b, sine, py4));
            (a, b) = (Vector512.Create(Unsafe.Add(ref centre, 10)), Vector512.Create(Unsafe.Add(ref centre, 11)));
            (qy1, qy2) = (Vector512.FusedMultiplyAdd(a, cosine, qy1), Vector512.FusedMultiplyAdd(a, sine, qy2));
            (qy3, qy4) = (Vector512.FusedMultiplyAdd(b, cosine, qy3), Vector512.FusedMultiplyAdd(b, sine, qy4));
            (cosine, sine) = (Unsafe.Add(ref offset, 2), Unsafe.Add(ref offset, 3));
            (a, b) = (Vector512.Create(Unsafe.Add(ref centre, 4)), Vector512.Create(Unsafe.Add(ref centre, 5)));
            (pd1, pd2) = (Vector512.FusedMultiplyAdd(a, cosine, pd1), Vector512.FusedMultiplyAdd(a, sine, pd2));
            (pd3, pd4) = (Vector512.FusedMultiplyAdd(b, cosine, pd3), Vector512.FusedMultiplyAdd(b, sine, pd4));
            (a, b) = (Vector512.Create(Unsafe.Add(ref centre, 12)), Vector512.Create(Unsafe.Add(ref centre, 13)));
            (qd1, qd2) = (Vector512.FusedMultiplyAdd(a, cosine, qd1), Vector512.FusedMultiplyAdd(a, sine, qd2));
            (qd3, qd4) = (Vector512.FusedMultiplyAdd(b, cosine, qd3), Vector512.FusedMultiplyAdd(b, sine, qd4));
            offset = ref Unsafe.Add(ref offset, OffsetColumns);
            centre = ref Unsafe.Add(ref centre, 2 * Lanes);
        }

        var pAbove = fit.Reduction(pw1 - pw4, pw3 + pw2, pd1 - pd4, pd3 + pd2, py1 - py4, py3 + py2, out var pWrongAbove);
        var pBelow = fit.Reduction(pw1 + pw4, pw3 - pw2, pd1 + pd4, pd3 - pd2, py1 + py4, py3 - py2, out var pWrongBelow);
        var qAbove = fit.Reduction(qw1 - qw4, qw3 + qw2, qd1 - qd4, qd3 + qd2, qy1 - qy4, qy3 + qy2, out var qWrongAbove);
        var qBelow = fit.Reduction(qw1 + qw4, qw3 - qw2, qd1 + qd4, qd3 - qd2, qy1 + qy4, qy3 - qy2, out var qWrongBelow);
        Store(signal, grid, start + (Block / 2) + (vector * Lanes), pAbove, pWrongAbove, reduction);
        Store(signal, grid, start + (Block / 2) - ((vector + 1) * Lanes), Vector512.Shuffle(pBelow, Backwards), pWrongBelow, reduction);
        Store(signal, grid, start + Block + (Block / 2) + (vector * Lanes), qAbove, qWrongAbove, reduction);
        Store(signal, grid, start + Block + (Block / 2) - ((vector + 1) * Lanes), Vector512.Shuffle(qBelow, Backwards), qWrongBelow, reduction);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(BandSignal signal, FrequencyGrid grid, int index, Vector512<double> values, ulong wrong, Span<double> reduction)
    {
        var target = reduction.Slice(index, Lanes);
        values.CopyTo(target);
        if (wrong != 0)
        {
            ByRecursion(signal, grid[index], grid.Step, 1, target);
        }
    }

    // offsets: cos and sin of a vector of offsets from a first frequency, (vectors, observations, 2).
    private void FillFewOffsets(BandSignal signal, double step, int vectors)
    {
        var table = MemoryMarshal.Cast<double, Vector512<double>>(offsets.AsSpan());
        var time = signal.Time;
        for (var i = 0; i < time.Length; i++)
        {
            var turns = step * time[i];
            var (sine, cosine) = Math.SinCos(2 * Math.PI * PhaseLanes.Fraction(Lanes * turns));
            var phase = PhaseLanes.Of(0, turns);
            for (var vector = 0; vector < vectors; vector++)
            {
                var row = table.Slice(((vector * time.Length) + i) * 2, 2);
                row[0] = phase.Cosine;
                row[1] = phase.Sine;
                phase = phase.Turned(cosine, sine);
            }
        }
    }

    // phases: cos and sin of the first frequency, (observations, 2).
    private void FillFewStart(BandSignal signal, double start)
    {
        for (var i = 0; i < signal.Count; i++)
        {
            (phases[(2 * i) + 1], phases[2 * i]) = Math.SinCos(2 * Math.PI * PhaseLanes.Fraction(start * signal.Time[i]));
        }
    }

    // False where phases coincide.
    private bool ByOffsets(BandSignal signal, int vector, Span<double> reduction)
    {
        var n = signal.Count;
        var table = MemoryMarshal.Cast<double, Vector512<double>>(offsets.AsSpan()).Slice(vector * n * 2, n * 2);
        var weight = signal.Weight;
        var product = signal.WeightedValue;
        Vector512<double> c1 = default, s1 = default, c2 = default, s2 = default, yc = default, ys = default;
        for (var i = 0; i < n; i++)
        {
            var (c, s) = (Vector512.Create(phases[2 * i]), Vector512.Create(phases[(2 * i) + 1]));
            var (cosine, sine) = ((c * table[2 * i]) - (s * table[(2 * i) + 1]), (c * table[(2 * i) + 1]) + (s * table[2 * i]));
            var (weightedCosine, weightedSine) = (cosine * weight[i], sine * weight[i]);
            c1 += weightedCosine;
            s1 += weightedSine;
            c2 += (weightedCosine * cosine) - (weightedSine * sine);
            s2 += 2 * weightedSine * cosine;
            yc = Vector512.FusedMultiplyAdd(cosine, Vector512.Create(product[i]), yc);
            ys = Vector512.FusedMultiplyAdd(sine, Vector512.Create(product[i]), ys);
        }

        new OneHarmonicFit(signal.TotalWeight).Reduction(c1, s1, c2, s2, yc, ys, out var degenerate).CopyTo(reduction);
        return degenerate == 0;
    }

    private void ByRecursion(BandSignal signal, double start, double step, int harmonics, Span<double> reduction)
    {
        var n = signal.Count;
        Grow(ref lanes, 2L * n * Lanes);

        var cosines = lanes.AsSpan(0, n * Lanes);
        var sines = lanes.AsSpan(n * Lanes, n * Lanes);
        for (var i = 0; i < n; i++)
        {
            var phase = PhaseLanes.Of(start * signal.Time[i], step * signal.Time[i]);
            phase.Cosine.CopyTo(cosines[(i * Lanes)..]);
            phase.Sine.CopyTo(sines[(i * Lanes)..]);
        }

        polynomials.Reduction(signal.InverseError, signal.Value, cosines, sines, harmonics).CopyTo(reduction);
    }
}
