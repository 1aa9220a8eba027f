namespace Atat.Features.SupernovaModel;

/// <summary>
/// The penalty that keeps the parameters of the bands alike (thesis equation 4.7): the sum over parameters of λ sqrt(Var + c), the population
/// variance being over the bands with data.
/// </summary>
internal static class BandSpread
{
    // In the order A, t0, γ, β, τ_rise, τ_fall. A has no penalty.
    private static readonly double[] Strength = [0, 1, 0.1, 20, 0.7, 0.01];
    private static readonly double[] Floor = [1, 0.05, 0.05, 0.005, 0.05, 0.05];

    // The penalty is a cone with a blunt tip: with its own second derivatives, steps down its side go far beyond the tip; without their radial part,
    // the second derivatives of a paraboloid that lies above it, they stop half way. Half of that part needs the fewest steps.
    private const double Bend = 0.5;

    /// <summary>Adds the penalty's first derivatives and a curvature to those of the other terms, and returns the penalty.</summary>
    /// <param name="x">Parameters, six for each band.</param>
    /// <param name="gradient">First derivatives.</param>
    /// <param name="curvature">Curvature, rows of <see cref="PositiveSystem.Stride"/>; so far zero between bands.</param>
    public static double Add(ReadOnlySpan<double> x, Span<double> gradient, Span<double> curvature)
    {
        const int count = VillarModel.ParameterCount;
        var bands = x.Length / count;
        var stride = PositiveSystem.Stride(x.Length);
        var total = 0.0;
        for (var p = 1; p < count; p++)
        {
            var mean = 0.0;
            for (var i = p; i < x.Length; i += count)
            {
                mean += x[i];
            }

            mean /= bands;
            var variance = 0.0;
            for (var i = p; i < x.Length; i += count)
            {
                variance += (x[i] - mean) * (x[i] - mean);
            }

            var square = (variance / bands) + Floor[p];
            var root = Math.Sqrt(square);
            total += Strength[p] * root;
            var scale = Strength[p] / (bands * root);
            var share = scale / bands;
            var bend = Bend / square;
            for (var i = p; i < x.Length; i += count)
            {
                var away = x[i] - mean;
                gradient[i] += scale * away;
                curvature[(i * stride) + i] += scale - (share * (1 + (bend * away * away)));
                for (var j = i + count; j < x.Length; j += count)
                {
                    var shared = share * (1 + (bend * away * (x[j] - mean)));
                    curvature[(i * stride) + j] = -shared;
                    curvature[(j * stride) + i] = -shared;
                }
            }
        }

        return total;
    }
}
