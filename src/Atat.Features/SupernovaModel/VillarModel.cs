namespace Atat.Features.SupernovaModel;

/// <summary>
/// The supernova parametric model of one band (thesis section 4.4.2; Villar et al. 2019, with the smooth switch of Sánchez-Sáez et al. 2021):
/// F(t) = A rise [(1 - β) exp(-(t - t1) / τ_fall) σ + (1 - β (t - t0) / γ) (1 - σ)], t1 = t0 + γ, σ = logistic((t - t1) / 2),
/// rise = logistic((t - t0) / τ_rise).
/// </summary>
internal static class VillarModel
{
    /// <summary>Parameters of a band: A, t0, γ, β, τ_rise, τ_fall.</summary>
    public const int ParameterCount = 6;

    /// <summary>Largest absolute exponent of the fall and of the rise.</summary>
    public const double ExponentLimit = 20;

    /// <summary>Largest absolute argument of the switch between plateau and fall.</summary>
    public const double SwitchLimit = 10;

    /// <summary>Flux at a time as it is compared with data after the fit: the fall is off before t1 where it is faster than the rise.</summary>
    /// <param name="parameters">A in flux units, t0, γ, β, τ_rise and τ_fall in days (β is a fraction).</param>
    /// <param name="time">Days, from the same origin as t0.</param>
    public static double Flux(ReadOnlySpan<double> parameters, double time)
    {
        var (t0, gamma, beta, rise, fall) = (parameters[1], parameters[2], parameters[3], parameters[4], parameters[5]);
        var x = time - t0;
        var y = time - (t0 + gamma);
        var sigma = y < 0 && fall < rise ? 0 : Logistic(y / 2, SwitchLimit);
        var late = (1 - beta) * Math.Exp(Math.Clamp(-y / fall, -ExponentLimit, ExponentLimit));
        var early = 1 - (beta * x / gamma);
        return parameters[0] * Logistic(x / rise, ExponentLimit) * ((late * sigma) + (early * (1 - sigma)));
    }

    private static double Logistic(double x, double limit) => 1 / (1 + Math.Exp(-Math.Clamp(x, -limit, limit)));
}
