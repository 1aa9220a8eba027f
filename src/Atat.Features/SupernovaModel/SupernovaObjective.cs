using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.SupernovaModel;

/// <summary>
/// What the fit minimises over the parameters of all bands at once: the sum of squared residuals over errors plus the penalty of
/// <see cref="BandSpread"/> (thesis equation 4.7).
/// </summary>
internal readonly ref struct SupernovaObjective : IBoundedObjective
{
    /// <summary>The data.</summary>
    public required PackedBands Data { get; init; }

    /// <summary>Whether the fall is switched as in the published objective; see <see cref="VillarColumns"/>.</summary>
    public required bool Published { get; init; }

    /// <summary>Working memory of <see cref="VillarColumns.Count"/> numbers for each observation of the fullest band.</summary>
    public required Span<double> Columns { get; init; }

    /// <summary>Makes the function of packed data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="published">Whether as published; see <see cref="Published"/>.</param>
    /// <param name="scratch">Holds the working memory.</param>
    public static SupernovaObjective Create(in PackedBands data, bool published, Scratch scratch)
    {
        var longest = 0;
        for (var band = 0; band < data.Count; band++)
        {
            longest = Math.Max(longest, data.Starts[band + 1] - data.Starts[band]);
        }

        return new SupernovaObjective { Data = data, Published = published, Columns = scratch.Take(longest * VillarColumns.Count) };
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient, Span<double> curvature)
    {
        const int count = VillarModel.ParameterCount;
        var stride = PositiveSystem.Stride(x.Length);
        curvature[..(stride * x.Length)].Clear();
        var loss = 0.0;
        for (var band = 0; band < Data.Count; band++)
        {
            var first = band * count;
            var (start, length) = (Data.Starts[band], Data.Starts[band + 1] - Data.Starts[band]);
            var columns = Columns[..(length * VillarColumns.Count)];
            VillarColumns.Compute(
                x.Slice(first, count),
                Data.Time.Slice(start, length),
                Data.Flux.Slice(start, length),
                Data.Weight.Slice(start, length),
                Published,
                columns);

            var residual = columns[(count * length)..];
            loss += Dot(residual, residual);
            for (var p = 0; p < count; p++)
            {
                var column = columns.Slice(p * length, length);
                gradient[first + p] = 2 * Dot(column, residual);
                for (var q = p; q < count; q++)
                {
                    var product = 2 * Dot(column, columns.Slice(q * length, length));
                    curvature[((first + p) * stride) + first + q] = product;
                    curvature[((first + q) * stride) + first + p] = product;
                }
            }
        }

        return loss + BandSpread.Add(x, gradient, curvature);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector512<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector512<double>>(b)[..left.Length];
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sum = Vector512.MultiplyAddEstimate(left[i], right[i], sum);
        }

        return Vector512.Sum(sum);
    }
}
