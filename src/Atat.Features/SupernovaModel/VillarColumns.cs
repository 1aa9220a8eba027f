using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Atat.Features.SupernovaModel;

/// <summary>
/// Weighted residuals of the <see cref="VillarModel"/> in a band and their exact derivatives, eight observations at once. The form is that of the
/// objective: what is clipped or switched off has no derivative.
/// </summary>
internal static class VillarColumns
{
    /// <summary>Columns written: derivatives by the six parameters, then the residual.</summary>
    public const int Count = VillarModel.ParameterCount + 1;

    /// <summary>Computes residuals (F - f) w and their derivatives.</summary>
    /// <param name="parameters">The band's six parameters.</param>
    /// <param name="time">Days; the length is a multiple of 8 for all spans.</param>
    /// <param name="flux">Flux.</param>
    /// <param name="weight">Factor of each residual, 0 for padding.</param>
    /// <param name="published">
    /// The published objective switches the fall off up to t1 where it is at least as slow as the rise; the intended one before t1 where it is
    /// faster, to keep the exponential from diverging.
    /// </param>
    /// <param name="derivatives">Whether all columns are written, or only the first and the residual.</param>
    /// <param name="columns">Receives <see cref="Count"/> columns one after the other, each as long as <paramref name="time"/>.</param>
    public static void Compute(
        ReadOnlySpan<double> parameters,
        ReadOnlySpan<double> time,
        ReadOnlySpan<double> flux,
        ReadOnlySpan<double> weight,
        bool published,
        bool derivatives,
        Span<double> columns)
    {
        var fast = parameters[5] < parameters[4];
        // Where t - t1 is at most this, the fall is off; below 0 is at most the negative number closest to 0.
        var edge = Vector512.Create((published, fast) switch
        {
            (true, false) => 0,
            (false, true) => -double.Epsilon,
            _ => double.NegativeInfinity,
        });
        var amplitude = Vector512.Create(parameters[0]);
        var t0 = Vector512.Create(parameters[1]);
        var t1 = Vector512.Create(parameters[1] + parameters[2]);
        var perGamma = Vector512.Create(1 / parameters[2]);
        var beta = Vector512.Create(parameters[3]);
        var perRise = Vector512.Create(1 / parameters[4]);
        var perFall = Vector512.Create(1 / parameters[5]);
        var one = Vector512<double>.One;
        var zero = Vector512<double>.Zero;
        var switchLimit = Vector512.Create(VillarModel.SwitchLimit);
        var limit = Vector512.Create(VillarModel.ExponentLimit);
        var steep = Vector512.Create(parameters[3] / parameters[2]);

        var times = MemoryMarshal.Cast<double, Vector512<double>>(time);
        var fluxes = MemoryMarshal.Cast<double, Vector512<double>>(flux)[..times.Length];
        var weights = MemoryMarshal.Cast<double, Vector512<double>>(weight)[..times.Length];
        var output = MemoryMarshal.Cast<double, Vector512<double>>(columns);
        var n = times.Length;
        for (var i = 0; i < n; i++)
        {
            var x = times[i] - t0;
            var y = times[i] - t1;

            var a = y * 0.5;
            var sigma = one / (one + VectorExponential.Exp(-Vector512.Min(Vector512.Max(a, -switchLimit), switchLimit)));
            sigma = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(a, switchLimit), one, sigma);
            sigma = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(a, -switchLimit) | Vector512.LessThanOrEqual(y, edge), zero, sigma);

            // Beyond twice the limit the rise is 1 in double precision.
            var s = x * perRise;
            var rise = one / (one + VectorExponential.Exp(-Vector512.Min(Vector512.Max(s, -limit), limit + limit)));
            rise = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(s, -limit), zero, rise);

            var exponent = -y * perFall;
            var clipped = Vector512.Min(Vector512.Max(exponent, -limit), limit);
            var fall = VectorExponential.Exp(clipped);
            var early = one - sigma;
            var late = fall * sigma;
            var u = x * perGamma;
            var plateau = one - (beta * u);
            var remaining = (one - beta) * late;
            var shape = remaining + (plateau * early);

            var w = weights[i];
            output[i] = rise * shape * w;
            output[(6 * n) + i] = ((amplitude * rise * shape) - fluxes[i]) * w;
            if (!derivatives)
            {
                continue;
            }

            // Derivatives of the shape; those by t0 and γ share the fall's and the switch's.
            var decline = Vector512.ConditionalSelect(Vector512.Equals(exponent, clipped), remaining * perFall, zero);
            var common = decline - ((((one - beta) * fall) - plateau) * sigma * early * 0.5);
            var slope = steep * early;
            var scale = amplitude * rise * w;
            var risen = scale * (one - rise) * perRise * shape;
            output[n + i] = (scale * (common + slope)) - risen;
            output[(2 * n) + i] = scale * (common + (slope * u));
            output[(3 * n) + i] = -scale * (late + (u * early));
            output[(4 * n) + i] = -risen * s;
            output[(5 * n) + i] = scale * decline * y * perFall;
        }
    }
}
