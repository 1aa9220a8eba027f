using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Atat.Features;

/// <summary>A series of seven harmonics of the period, fitted to one band (Debosscher et al. 2007; Sánchez-Sáez et al. 2021).</summary>
public static class Harmonics
{
    private const int Count = HarmonicDesign.Harmonics;
    private const int Coefficients = HarmonicDesign.Columns;

    /// <summary>Added to a residual's error, in the unit of flux, for the reduced χ².</summary>
    private const double ChiFloor = 0.001;

    private static readonly FeatureFamily Thesis = Make(FeaturePreset.Thesis);
    private static readonly FeatureFamily Composite = Make(FeaturePreset.Composite);

    /// <summary>What the family is under a preset.</summary>
    public static FeatureFamily FamilyOf(FeaturePreset preset) => preset == FeaturePreset.Thesis ? Thesis : Composite;

    /// <summary>
    /// Writes the features in the order of <see cref="FamilyOf"/>. All are NaN without a period; the composite preset wants 15 points, the thesis
    /// takes the smallest coefficients that fit where there are fewer.
    /// </summary>
    /// <param name="band">Observations, sorted by time; those whose error is not above zero are left out.</param>
    /// <param name="period">Period in days.</param>
    /// <param name="preset">Which values, and in which order.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="values">Receives 15 values (composite) or 14 (thesis).</param>
    public static void Compute(BandSeries band, double period, FeaturePreset preset, Scratch scratch, Span<double> values)
    {
        var composite = preset == FeaturePreset.Composite;
        values = values[..(composite ? 15 : 14)];
        values.Fill(double.NaN);
        if (!double.IsFinite(period) || band.Length < (composite ? Coefficients : 1))
        {
            return;
        }

        var mark = scratch.Mark;
        var design = new HarmonicDesign(band, period, scratch);
        if (design.Length >= (composite ? Coefficients : 1))
        {
            Fit(design, scratch, composite, values);
        }

        scratch.Free(mark);
    }

    private static void Fit(HarmonicDesign design, Scratch scratch, bool composite, Span<double> values)
    {
        var solution = scratch.Take(Coefficients);
        var matrix = scratch.Take(Coefficients * design.Stride);
        var wanted = scratch.Take(design.Stride);
        design.Weigh(matrix, wanted);
        LeastSquares.Solve(matrix, design.Length, design.Stride, wanted, solution, scratch);

        var residuals = scratch.Take(design.Stride);
        design.Residuals(solution, residuals);
        residuals = residuals[..design.Length];
        var meanSquare = TensorPrimitives.SumOfSquares(residuals) / design.Length;
        var errors = design.Errors[..design.Length];
        TensorPrimitives.Add(errors, ChiFloor, errors);
        TensorPrimitives.Divide(residuals, errors, residuals);
        var chi = TensorPrimitives.SumOfSquares(residuals) / (design.Length - Coefficients);

        var next = 0;
        if (composite)
        {
            (values[next++], values[next++]) = (meanSquare, chi);
        }

        // Thesis: all amplitudes, then all phases, then the error; composite: amplitude and phase of each harmonic.
        var first = Math.Atan2(solution[2], solution[1]);
        for (var k = 1; k <= Count; k++)
        {
            var (a, b) = (solution[(2 * k) - 1], solution[2 * k]);
            values[next++] = Math.Sqrt((a * a) + (b * b));
            if (k > 1)
            {
                values[composite ? next++ : Count + k - 2] = Wrap(Math.Atan2(b, a) - (k * first));
            }
        }

        if (!composite)
        {
            values[^1] = meanSquare;
        }

        foreach (ref var value in values)
        {
            value = double.IsFinite(value) ? value : double.NaN;
        }
    }

    private static double Wrap(double angle)
    {
        var wrapped = angle - (Math.Tau * Math.Floor(angle / Math.Tau));
        return wrapped >= Math.Tau || wrapped < 0 ? 0 : wrapped;
    }

    private static FeatureFamily Make(FeaturePreset preset)
    {
        var composite = preset == FeaturePreset.Composite;
        var minimum = composite ? Coefficients : 1;
        var absent = composite ? "NaN, and without a period" : "NaN without a period; minimum-norm coefficients below 15 points";
        var meanSquare = new FeatureDefinition("Harmonics_mse", "Mean squared residual of the fit, unweighted", "flux²", minimum, absent);
        var amplitudes = Enumerable.Range(1, Count).Select(k => new FeatureDefinition(
            $"Harmonics_mag_{k}",
            $"Amplitude sqrt(A² + B²) of A cos({k} φ) + B sin({k} φ), φ = 2πt/P, weights 1/(e + 0.01)²",
            "flux",
            minimum,
            absent));
        var phases = Enumerable.Range(2, Count - 1).Select(k => new FeatureDefinition(
            $"Harmonics_phase_{k}", $"Phase atan2(B, A) of harmonic {k} less {k} times that of the first, in [0, 2π)", "rad", minimum, absent));
        var chi = new FeatureDefinition("Harmonics_chi", "Σ r²/(e + 0.011)² / (N - 15) of the residuals r", "1", minimum + 1, absent);
        ImmutableArray<FeatureDefinition> features = composite
            ? [meanSquare, chi, amplitudes.First(), .. amplitudes.Skip(1).Zip(phases, (a, p) => new[] { a, p }).SelectMany(pair => pair)]
            : [.. amplitudes, .. phases, meanSquare];
        return new FeatureFamily(
            "harmonics",
            "Amplitudes and relative phases of seven harmonics of the period, and how well they fit.",
            "Debosscher et al. 2007, A&A 475, 1159; Sánchez-Sáez et al. 2021, AJ 161, 141",
            FeatureScope.Band,
            features);
    }
}
