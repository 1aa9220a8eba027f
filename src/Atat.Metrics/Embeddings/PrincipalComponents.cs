using System.Numerics;
using System.Numerics.Tensors;

namespace Atat.Metrics.Embeddings;

/// <summary>
/// Principal components of points: the directions of largest variance, orthogonal to each other. Points are centred, not scaled; of the two
/// signs of a component that is chosen whose entry of largest magnitude is positive.
/// </summary>
public sealed class PrincipalComponents
{
    private PrincipalComponents(double[] mean, double[] components, double[] variances)
    {
        Mean = mean;
        Components = components;
        ExplainedVariance = variances;
    }

    /// <summary>Mean of the points, (width).</summary>
    public double[] Mean { get; }

    /// <summary>Components as rows, of largest variance first: row-major (width, width).</summary>
    public double[] Components { get; }

    /// <summary>Variance along each component, with N - 1 in the denominator, descending: (width).</summary>
    public double[] ExplainedVariance { get; }

    /// <summary>Dimensions.</summary>
    public int Width => Mean.Length;

    /// <summary>Finds the components.</summary>
    /// <param name="points">Row-major (N, width), N at least 2.</param>
    /// <param name="width">Dimensions.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the width, there are fewer than two points, or a value is not finite.</exception>
    public static PrincipalComponents Fit<T>(ReadOnlySpan<T> points, int width)
        where T : INumber<T>
    {
        var count = Rows.Count(points.Length, width);
        if (count < 2)
        {
            throw new ArgumentException($"{count} points have no variance.", nameof(points));
        }

        var (row, mean) = (new double[width], new double[width]);
        for (var i = 0; i < count; i++)
        {
            TensorPrimitives.ConvertTruncating(points.Slice(i * width, width), row);
            TensorPrimitives.Add<double>(mean, row, mean);
        }

        TensorPrimitives.Divide<double>(mean, count, mean);
        if (TensorPrimitives.Sum<double>(mean) is var sum && !double.IsFinite(sum))
        {
            throw new ArgumentException("A value is not finite.", nameof(points));
        }

        var covariance = new double[width * width];
        for (var i = 0; i < count; i++)
        {
            TensorPrimitives.ConvertTruncating(points.Slice(i * width, width), row);
            TensorPrimitives.Subtract<double>(row, mean, row);
            for (var d = 0; d < width; d++)
            {
                var upper = covariance.AsSpan((d * width) + d, width - d);
                TensorPrimitives.MultiplyAdd(row.AsSpan(d), row[d], upper, upper);
            }
        }

        for (var d = 0; d < width; d++)
        {
            for (var e = d; e < width; e++)
            {
                covariance[(d * width) + e] /= count - 1;
                covariance[(e * width) + d] = covariance[(d * width) + e];
            }
        }

        var (variances, components) = SymmetricEigen.Decompose(covariance, width);
        for (var c = 0; c < width; c++)
        {
            var component = components.AsSpan(c * width, width);
            if (component[TensorPrimitives.IndexOfMaxMagnitude<double>(component)] < 0)
            {
                TensorPrimitives.Negate<double>(component, component);
            }
        }

        return new PrincipalComponents(mean, components, variances);
    }

    /// <summary>Coordinates of points along the first components.</summary>
    /// <param name="points">Row-major (N, width).</param>
    /// <param name="count">Number of components.</param>
    /// <returns>Row-major (N, count).</returns>
    /// <exception cref="ArgumentException">The length is no multiple of the width, or there are not that many components.</exception>
    public double[] Transform<T>(ReadOnlySpan<T> points, int count)
        where T : INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Width);
        var row = new double[Width];
        var scores = new double[Rows.Count(points.Length, Width) * count];
        for (var i = 0; i * count < scores.Length; i++)
        {
            TensorPrimitives.ConvertTruncating(points.Slice(i * Width, Width), row);
            TensorPrimitives.Subtract<double>(row, Mean, row);
            for (var c = 0; c < count; c++)
            {
                scores[(i * count) + c] = TensorPrimitives.Dot<double>(row, Components.AsSpan(c * Width, Width));
            }
        }

        return scores;
    }

    /// <summary>Share of the whole variance along each component: (width); zeros where there is none.</summary>
    public double[] ExplainedVarianceRatio()
    {
        var whole = TensorPrimitives.Sum<double>(ExplainedVariance);
        return Array.ConvertAll(ExplainedVariance, variance => whole > 0 ? variance / whole : 0);
    }
}
