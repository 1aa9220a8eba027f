using System.Collections.Immutable;

namespace Atat.Features.SupernovaModel;

/// <summary>Fits the supernova parametric model to all bands of an object at once (thesis section 4.4.2 and equation 4.7).</summary>
public static class SupernovaFit
{
    /// <summary>Values for each band: A, t0, γ, β, τ_rise, τ_fall and chi.</summary>
    public const int ValueCount = VillarModel.ParameterCount + 1;

    /// <summary>The features of the fit, in the order of the values.</summary>
    public static FeatureFamily Family { get; } = new(
        "SPM",
        "Amplitude and time scales of a supernova-like light curve fitted to each band, with a penalty that keeps the bands alike.",
        "Thesis section 4.4.2 and equation 4.7; Villar et al. 2019; Sánchez-Sáez et al. 2021",
        FeatureScope.Band,
        Features());

    /// <summary>Fits the model.</summary>
    /// <param name="observations">
    /// Observations to fit, without NaN: days from the first detection (or the first observation, for the thesis's preset), flux and error in the
    /// survey's unit.
    /// </param>
    /// <param name="options">Survey, corrections and variant.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives <see cref="ValueCount"/> values for each band of the survey: NaN in bands without observations.</param>
    /// <returns>What was minimised, at the minimum; NaN without observations.</returns>
    /// <exception cref="ArgumentException">Observations and options disagree on the number of bands, or the values are too few.</exception>
    public static double Fit(BandedObservations observations, in SupernovaFitOptions options, Scratch scratch, Span<double> values) =>
        Minimise(observations, options, scratch, values).Value;

    /// <summary>Fits the model, and counts evaluations.</summary>
    internal static Minimum Minimise(BandedObservations observations, in SupernovaFitOptions options, Scratch scratch, Span<double> values)
    {
        if (options.Bands.Count != observations.BandCount)
        {
            throw new ArgumentException("The options are for another number of bands.", nameof(options));
        }

        values = values[..(observations.BandCount * ValueCount)];
        values.Fill(double.NaN);
        if (observations.Count == 0)
        {
            return new Minimum(double.NaN, 0, 0);
        }

        var mark = scratch.Mark;
        var data = PackedBands.Pack(observations, options, scratch, stackalloc int[(2 * observations.BandCount) + 1]);
        var size = data.Count * VillarModel.ParameterCount;
        var x = scratch.Take(size);
        var lower = scratch.Take(size);
        var upper = scratch.Take(size);
        SupernovaStart.Set(data, observations, options, x, lower, upper);
        var objective = new SupernovaObjective(data, options.Published, scratch);
        var minimum = SupernovaSearch.Minimise(objective, x, lower, upper, scratch);
        for (var index = 0; index < data.Count; index++)
        {
            var parameters = x.Slice(index * VillarModel.ParameterCount, VillarModel.ParameterCount);
            var target = values.Slice(data.Bands[index] * ValueCount, ValueCount);
            parameters.CopyTo(target);
            target[^1] = Chi(data, index, data.Length(observations, index), parameters, SupernovaVariant.Of(options.Preset).ChiFloor);
        }

        scratch.Free(mark);
        return minimum;
    }

    // Squared residuals over errors, for each degree of freedom.
    internal static double Chi(in PackedBands data, int index, int length, ReadOnlySpan<double> parameters, double floor)
    {
        if (length <= VillarModel.ParameterCount)
        {
            return double.NaN;
        }

        var sum = 0.0;
        for (var i = data.Starts[index]; i < data.Starts[index] + length; i++)
        {
            var ratio = (VillarModel.Flux(parameters, data.Time[i]) - data.Flux[i]) / (data.Error[i] + floor);
            sum += ratio * ratio;
        }

        var chi = sum / (length - VillarModel.ParameterCount);
        return double.IsFinite(chi) ? chi : double.NaN;
    }

    private static ImmutableArray<FeatureDefinition> Features()
    {
        const string model = "F(t) = A (1 + exp(-(t - t0)/τ_rise))⁻¹ [(1 - β (t - t0)/γ)(1 - σ) + (1 - β) exp(-(t - t1)/τ_fall) σ], "
            + "t1 = t0 + γ, σ = (1 + exp(-(t - t1)/2))⁻¹";
        const string absent = "NaN in a band without observations";
        return
        [
            new("SPM_A", $"A of the fit of {model}, of fluxes corrected for dust and, from redshift 0.003 on, brought to redshift 0.3 where the reddening is known; in the later set in units of 1000", "flux", 1, absent),
            new("SPM_t0", "t0: start, in days from the first detection (the first observation in the thesis's set)", "days", 1, absent),
            new("SPM_gamma", "γ: length of the plateau", "days", 1, absent),
            new("SPM_beta", "β: relative decline over the plateau", "1", 1, absent),
            new("SPM_tau_rise", "τ_rise: time scale of the rise", "days", 1, absent),
            new("SPM_tau_fall", "τ_fall: time scale of the decline after t1", "days", 1, absent),
            new("SPM_chi", "Σ ((F - f)/(e + c))² / (N - 6), c = 5 in the thesis's set, 0.001 in the later one", "1", 7, absent),
        ];
    }
}
