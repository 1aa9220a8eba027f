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
    /// <summary>Frequencies of a block; a grid's result is padded to a multiple of it.</summary>
    public const int Block = 128;

    private const int Lanes = 8;
    private const int Vectors = Block / 2 / Lanes;

    // cos d, sin d, cos 2d, sin 2d of an observation and a vector of offsets; w cos F, w sin F, wy cos F, wy sin F, w cos 2F, w sin 2F of an observation.
    private const int OffsetColumns = 4;
    private const int CentreColumns = 6;

    private static readonly Vector512<double> HalfOdd = Vector512.Create(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5);
    private static readonly Vector512<double> Reversed = Vector512.Create(7.0, 6, 5, 4, 3, 2, 1, 0);

    private readonly OrthogonalPolynomials<double> polynomials = new();
    private double[] offsets = [];
    private double[] centres = [];
    private double[] phases = [];
    private double[] lanes = [];

    /// <summary>Rounds a number of frequencies up to whole blocks.</summary>
    public static int Padded(int count) => (count + Block - 1) / Block * Block;

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

        Prepare(signal.Count);
        FillOffsets(signal, grid.Step);
        StartCentres(signal, grid[0] + (((Block / 2) - 0.5) * grid.Step), grid.Step * Block);
        for (var start = 0; start < grid.Count; start += Block)
        {
            FillCentres(signal);
            for (var vector = 0; vector < Vectors; vector++)
            {
                SumVector(signal, grid, start, vector, reduction.Slice(start, Block));
            }
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
            Prepare(signal.Count);
            FillFewOffsets(signal, step, count / Lanes);
        }

        for (var i = 0; i < starts.Length; i++)
        {
            if (harmonics == 1)
            {
                StartCentres(signal, starts[i], 0);
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

    private void Prepare(int count)
    {
        if (phases.Length < 4 * count)
        {
            offsets = new double[2 * count * Vectors * OffsetColumns * Lanes];
            centres = new double[2 * count * CentreColumns];
            phases = new double[8 * count];
        }
    }

    private void FillOffsets(BandSignal signal, double step)
    {
        var table = MemoryMarshal.Cast<double, Vector512<double>>(offsets.AsSpan());
        var time = signal.Time;
        for (var vector = 0; vector < Vectors; vector++)
        {
            var distance = (HalfOdd + Vector512.Create((double)(vector * Lanes))) * (2 * Math.PI * step);
            for (var i = 0; i < time.Length; i++)
            {
                var (sine, cosine) = Vector512.SinCos(distance * time[i]);
                var row = table.Slice(((vector * time.Length) + i) * OffsetColumns, OffsetColumns);
                row[0] = cosine;
                row[1] = sine;
                row[2] = (cosine * cosine) - (sine * sine);
                row[3] = 2 * sine * cosine;
            }
        }
    }

    // phases: cos and sin of the present centre, cos and sin of the step to the next, (4, observations).
    private void StartCentres(BandSignal signal, double centre, double step)
    {
        var n = signal.Count;
        for (var i = 0; i < n; i++)
        {
            (phases[n + i], phases[i]) = Math.SinCos(2 * Math.PI * Fraction(centre * signal.Time[i]));
            (phases[(3 * n) + i], phases[(2 * n) + i]) = Math.SinCos(2 * Math.PI * Fraction(step * signal.Time[i]));
        }
    }

    private static double Fraction(double x) => x - Math.Floor(x);

    private void FillCentres(BandSignal signal)
    {
        var n = signal.Count;
        var cosine = phases.AsSpan(0, n);
        var sine = phases.AsSpan(n, n);
        var stepCosine = phases.AsSpan(2 * n, n);
        var stepSine = phases.AsSpan(3 * n, n);
        var weight = signal.Weight;
        var product = signal.WeightedValue;
        for (var i = 0; i < n; i++)
        {
            var (c, s, w) = (cosine[i], sine[i], weight[i]);
            var row = centres.AsSpan(i * CentreColumns, CentreColumns);
            row[0] = w * c;
            row[1] = w * s;
            row[2] = product[i] * c;
            row[3] = product[i] * s;
            row[4] = w * ((c * c) - (s * s));
            row[5] = 2 * w * c * s;
            cosine[i] = (c * stepCosine[i]) - (s * stepSine[i]);
            sine[i] = (c * stepSine[i]) + (s * stepCosine[i]);
        }
    }

    private void SumVector(BandSignal signal, FrequencyGrid grid, int start, int vector, Span<double> block)
    {
        var n = signal.Count;
        ref var offset = ref Unsafe.As<double, Vector512<double>>(ref offsets[vector * n * OffsetColumns * Lanes]);
        ref var centre = ref MemoryMarshal.GetArrayDataReference(centres);
        Vector512<double> wcc = default, wcs = default, wsc = default, wss = default;
        Vector512<double> ycc = default, ycs = default, ysc = default, yss = default;
        Vector512<double> dcc = default, dcs = default, dsc = default, dss = default;
        for (var i = 0; i < n; i++)
        {
            var cosine = offset;
            var sine = Unsafe.Add(ref offset, 1);
            var (a, b) = (Vector512.Create(centre), Vector512.Create(Unsafe.Add(ref centre, 1)));
            wcc = Vector512.FusedMultiplyAdd(a, cosine, wcc);
            wcs = Vector512.FusedMultiplyAdd(a, sine, wcs);
            wsc = Vector512.FusedMultiplyAdd(b, cosine, wsc);
            wss = Vector512.FusedMultiplyAdd(b, sine, wss);
            (a, b) = (Vector512.Create(Unsafe.Add(ref centre, 2)), Vector512.Create(Unsafe.Add(ref centre, 3)));
            ycc = Vector512.FusedMultiplyAdd(a, cosine, ycc);
            ycs = Vector512.FusedMultiplyAdd(a, sine, ycs);
            ysc = Vector512.FusedMultiplyAdd(b, cosine, ysc);
            yss = Vector512.FusedMultiplyAdd(b, sine, yss);
            cosine = Unsafe.Add(ref offset, 2);
            sine = Unsafe.Add(ref offset, 3);
            (a, b) = (Vector512.Create(Unsafe.Add(ref centre, 4)), Vector512.Create(Unsafe.Add(ref centre, 5)));
            dcc = Vector512.FusedMultiplyAdd(a, cosine, dcc);
            dcs = Vector512.FusedMultiplyAdd(a, sine, dcs);
            dsc = Vector512.FusedMultiplyAdd(b, cosine, dsc);
            dss = Vector512.FusedMultiplyAdd(b, sine, dss);
            offset = ref Unsafe.Add(ref offset, OffsetColumns);
            centre = ref Unsafe.Add(ref centre, CentreColumns);
        }

        var above = OneHarmonicFit.Reduction(signal.TotalWeight, wcc - wss, wsc + wcs, dcc - dss, dsc + dcs, ycc - yss, ysc + ycs, out var wrongAbove);
        var below = OneHarmonicFit.Reduction(signal.TotalWeight, wcc + wss, wsc - wcs, dcc + dss, dsc - dcs, ycc + yss, ysc - ycs, out var wrongBelow);
        var high = block.Slice((Block / 2) + (vector * Lanes), Lanes);
        var low = block.Slice((Block / 2) - ((vector + 1) * Lanes), Lanes);
        above.CopyTo(high);
        Vector512.Shuffle(below, Vector512.Create(7L, 6, 5, 4, 3, 2, 1, 0)).CopyTo(low);
        if (wrongAbove != 0)
        {
            ByRecursion(signal, grid[start + (Block / 2) + (vector * Lanes)], grid.Step, 1, high);
        }

        if (wrongBelow != 0)
        {
            ByRecursion(signal, grid[start + (Block / 2) - ((vector + 1) * Lanes)], grid.Step, 1, low);
        }
    }

    // offsets: cos and sin of a vector of offsets from a first frequency, (vectors, observations, 2).
    private void FillFewOffsets(BandSignal signal, double step, int vectors)
    {
        var table = MemoryMarshal.Cast<double, Vector512<double>>(offsets.AsSpan());
        var time = signal.Time;
        for (var vector = 0; vector < vectors; vector++)
        {
            var distance = Vector512.CreateSequence((double)(vector * Lanes), 1) * (2 * Math.PI * step);
            for (var i = 0; i < time.Length; i++)
            {
                var (sine, cosine) = Vector512.SinCos(distance * time[i]);
                var row = table.Slice(((vector * time.Length) + i) * 2, 2);
                row[0] = cosine;
                row[1] = sine;
            }
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
            var (c, s) = (Vector512.Create(phases[i]), Vector512.Create(phases[n + i]));
            var (cosine, sine) = ((c * table[2 * i]) - (s * table[(2 * i) + 1]), (c * table[(2 * i) + 1]) + (s * table[2 * i]));
            var (weightedCosine, weightedSine) = (cosine * weight[i], sine * weight[i]);
            c1 += weightedCosine;
            s1 += weightedSine;
            c2 += (weightedCosine * cosine) - (weightedSine * sine);
            s2 += 2 * weightedSine * cosine;
            yc = Vector512.FusedMultiplyAdd(cosine, Vector512.Create(product[i]), yc);
            ys = Vector512.FusedMultiplyAdd(sine, Vector512.Create(product[i]), ys);
        }

        OneHarmonicFit.Reduction(signal.TotalWeight, c1, s1, c2, s2, yc, ys, out var degenerate).CopyTo(reduction);
        return degenerate == 0;
    }

    private void ByRecursion(BandSignal signal, double start, double step, int harmonics, Span<double> reduction)
    {
        var n = signal.Count;
        if (lanes.Length < 2 * n * Lanes)
        {
            lanes = new double[4 * n * Lanes];
        }

        var cosines = lanes.AsSpan(0, n * Lanes);
        var sines = lanes.AsSpan(n * Lanes, n * Lanes);
        var frequency = Vector512.Create(start) + ((Vector512.Create(7.0) - Reversed) * step);
        for (var i = 0; i < n; i++)
        {
            var cycles = frequency * signal.Time[i];
            var (sine, cosine) = Vector512.SinCos((cycles - Vector512.Floor(cycles)) * (2 * Math.PI));
            cosine.CopyTo(cosines[(i * Lanes)..]);
            sine.CopyTo(sines[(i * Lanes)..]);
        }

        polynomials.Reduction(signal.InverseError, signal.Value, cosines, sines, harmonics).CopyTo(reduction);
    }
}
