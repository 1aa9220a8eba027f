using System.Collections.Immutable;
using Atat.LightCurves;
using Atat.Training.FeatureTables;

namespace Atat.Training.Tests.FeatureTables;

/// <summary>Three features that depend on the object and the day; counts its calls, and may interrupt.</summary>
internal sealed class ToyKernel(Action computed) : IFeatureKernel
{
    public ImmutableArray<string> Names { get; } = ["Mean", "Count", "Redshift"];

    public void Compute(AstroObject item, double day, Span<double> values)
    {
        computed();
        var rows = new int[item.LightCurve.Length];
        var count = Window.Select(item.LightCurve, day, WindowRule.Causal, rows);
        values.Fill(double.NaN);
        if (count > 0)
        {
            values[0] = Mean(item.LightCurve.Flux, rows.AsSpan(0, count));
            values[1] = count;
            values[2] = item.Metadata[0];
        }
    }

    private static double Mean(ReadOnlySpan<float> flux, ReadOnlySpan<int> rows)
    {
        var sum = 0.0;
        foreach (var row in rows)
        {
            sum += flux[row];
        }

        return sum / rows.Length;
    }
}
