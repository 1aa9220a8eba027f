using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Data;

/// <summary>A fitted <see cref="FluxScaling"/>; kept in the run, because the weights mean nothing without it.</summary>
/// <param name="Kind">The transformation, never <see cref="FluxScaling.Auto"/>.</param>
/// <param name="Offset">Subtracted from fluxes, survey unit.</param>
/// <param name="Scale">Fluxes and errors are divided by it, survey unit.</param>
public sealed record InputScaling(FluxScaling Kind, float Offset, float Scale)
{
    private const int RowsAtMost = 20_000;

    /// <summary>Brightness as it is.</summary>
    public static InputScaling None { get; } = new(FluxScaling.None, 0, 1);

    /// <summary>Fits a scaling to the training rows' windows.</summary>
    public static InputScaling Fit(FluxScaling kind, BrightnessUnit unit, WindowedLightCurves windows, ReadOnlySpan<int> rows)
    {
        if (kind == FluxScaling.Auto)
        {
            kind = unit == BrightnessUnit.Flux ? FluxScaling.Asinh : FluxScaling.Standard;
        }

        if (kind == FluxScaling.None)
        {
            return None;
        }

        // A quantile of some thousand objects is as good as that of a million.
        var values = new List<float>();
        for (var i = 0; i < rows.Length; i += 1 + (rows.Length / RowsAtMost))
        {
            var row = rows[i];
            values.AddRange(kind == FluxScaling.Asinh ? windows.Errors(row) : windows.Fluxes(row));
        }

        values.Sort();
        float At(double share) => values.Count == 0 ? 0 : values[(int)(share * (values.Count - 1))];
        return kind == FluxScaling.Asinh
            ? new InputScaling(kind, 0, Positive(At(0.5)))
            : new InputScaling(kind, At(0.5), Positive(At(0.75) - At(0.25)));
    }

    /// <summary>Scales a flux.</summary>
    public float Flux(float flux) => Apply((flux - Offset) / Scale);

    /// <summary>Scales an error.</summary>
    public float Error(float error) => Apply(error / Scale);

    private static float Positive(float value) => value > 0 ? value : 1;

    private float Apply(float value) => Kind == FluxScaling.Asinh ? MathF.Asinh(value) : value;
}
