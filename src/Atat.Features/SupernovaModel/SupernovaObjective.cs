using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.SupernovaModel;

/// <summary>
/// What the fit minimises over the parameters of all bands at once: the sum of squared residuals over errors plus the penalty of
/// <see cref="BandSpread"/> (thesis equation 4.7).
/// </summary>
internal readonly ref struct SupernovaObjective
{
    // Unlike a property, a field is not copied each time it is read.
    private readonly PackedBands data;
    private readonly Span<double> columns;
    private readonly bool published;

    /// <summary>Makes the function of packed data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="published">Whether the fall is switched as in the published objective; see <see cref="VillarColumns"/>.</param>
    /// <param name="scratch">Holds the working memory.</param>
    public SupernovaObjective(in PackedBands data, bool published, Scratch scratch)
    {
        var longest = 0;
        for (var band = 0; band < data.Count; band++)
        {
            longest = Math.Max(longest, data.Starts[band + 1] - data.Starts[band]);
        }

        this.data = data;
        this.published = published;
        columns = scratch.Take(longest * VillarColumns.Count);
    }

    /// <summary>The data.</summary>
    public PackedBands Data => data;

    /// <summary>Evaluates the loss.</summary>
    /// <param name="x">Parameters, (bands, 6).</param>
    /// <param name="gradient">Receives the first derivatives.</param>
    /// <param name="curvature">
    /// Receives a symmetric matrix, nowhere of negative curvature, that stands for the second derivatives; row by row, each in
    /// <see cref="PositiveSystem.Stride"/> numbers with zeros at the end.
    /// </param>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient, Span<double> curvature)
    {
        const int count = VillarModel.ParameterCount;
        var stride = PositiveSystem.Stride(x.Length);
        curvature[..(stride * x.Length)].Clear();
        var loss = 0.0;
        for (var band = 0; band < x.Length / count; band++)
        {
            var first = band * count;
            loss += Products(Compute(x.Slice(first, count), band, derivatives: true), gradient[first..], curvature[((first * stride) + first)..], stride);
        }

        return loss + BandSpread.Add(x, gradient, curvature);
    }

    /// <summary>Sets each band's A to its best value for the other parameters.</summary>
    /// <param name="x">Parameters.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds.</param>
    /// <returns>The sum of squares less that of A = 0; without the penalty.</returns>
    public double Amplitudes(Span<double> x, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        const int count = VillarModel.ParameterCount;
        var total = 0.0;
        for (var first = 0; first < x.Length; first += count)
        {
            x[first] = 0;
            var vectors = MemoryMarshal.Cast<double, Vector512<double>>(Compute(x.Slice(first, count), first / count, derivatives: false));
            ref var shape = ref MemoryMarshal.GetReference(vectors);
            var length = vectors.Length / VillarColumns.Count;
            ref var residual = ref Unsafe.Add(ref shape, count * length);
            var square = Dot(ref shape, ref shape, length);
            var along = -Dot(ref shape, ref residual, length);
            var a = square > 0 ? Math.Clamp(along / square, lower[first], upper[first]) : lower[first];
            x[first] = a;
            total += a * ((a * square) - (2 * along));
        }

        return total;
    }

    // Columns of a band.
    private Span<double> Compute(ReadOnlySpan<double> parameters, int band, bool derivatives)
    {
        var start = data.Starts[band];
        var length = data.Starts[band + 1] - start;
        var target = columns[..(length * VillarColumns.Count)];
        VillarColumns.Compute(
            parameters,
            data.Time.Slice(start, length),
            data.Flux.Slice(start, length),
            data.Weight.Slice(start, length),
            published,
            derivatives,
            target);
        return target;
    }

    // Products of the columns with one another: Σ r² is returned, 2 Jᵀ r and 2 Jᵀ J are written.
    private static double Products(ReadOnlySpan<double> columns, Span<double> gradient, Span<double> curvature, int stride)
    {
        const int count = VillarModel.ParameterCount;
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(columns);
        var length = vectors.Length / VillarColumns.Count;
        ref var origin = ref MemoryMarshal.GetReference(vectors);
        ref var residual = ref Unsafe.Add(ref origin, count * length);
        for (var p = 0; p < count; p++)
        {
            // Two products at a time: bands are short, so that much of the time goes into beginning and ending a sum.
            ref var column = ref Unsafe.Add(ref origin, p * length);
            for (var q = p; q < count; q += 2)
            {
                ref var first = ref Unsafe.Add(ref origin, q * length);
                var (one, two) = (Vector512<double>.Zero, Vector512<double>.Zero);
                for (var i = 0; i < length; i++)
                {
                    var value = Unsafe.Add(ref column, i);
                    one = Vector512.MultiplyAddEstimate(value, Unsafe.Add(ref first, i), one);
                    two = Vector512.MultiplyAddEstimate(value, Unsafe.Add(ref first, length + i), two);
                }

                var product = 2 * VectorSum.Of(one);
                curvature[(p * stride) + q] = product;
                curvature[(q * stride) + p] = product;
                product = 2 * VectorSum.Of(two);
                if (q + 1 < count)
                {
                    curvature[(p * stride) + q + 1] = product;
                    curvature[((q + 1) * stride) + p] = product;
                }
                else
                {
                    gradient[p] = product;
                }
            }

            // An even number of parameters was left: the residual has not had its turn.
            if (((count - p) & 1) == 0)
            {
                gradient[p] = 2 * Dot(ref column, ref residual, length);
            }
        }

        return Dot(ref residual, ref residual, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot(ref Vector512<double> a, ref Vector512<double> b, int length)
    {
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < length; i++)
        {
            sum = Vector512.MultiplyAddEstimate(Unsafe.Add(ref a, i), Unsafe.Add(ref b, i), sum);
        }

        return VectorSum.Of(sum);
    }
}
