using Atat.Networks;

namespace Atat.Training.Benchmarks;

/// <summary>
/// Floating-point operations of a network, counted from its architecture: the matrix products alone, a multiplication and an addition
/// as two. Normalisation, activation, softmax and dropout are left out, so that a share of the matrix-product rate is understated.
/// </summary>
public static class NetworkFlops
{
    /// <summary>A training pass over a forward pass: the gradient of a product is two products of its size.</summary>
    public const int TrainingFactor = 3;

    /// <summary>Operations of one forward pass over one object.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="observations">Observations of the object's window.</param>
    public static double Forward(AtatArchitecture architecture, int observations)
    {
        var total = 0.0;
        if (architecture.LightCurve is { } lightCurve)
        {
            double width = lightCurve.Width;
            var embedding = 2 * observations * width * architecture.Inputs;
            var series = architecture.Positional == PositionalEncoding.Sinusoidal ? 0 : 2 * observations * (2.0 * architecture.Harmonics) * (2 * width);
            total += embedding + series + Transformer(lightCurve, observations + 1 + (architecture.JoinsSequence ? architecture.TabularColumns : 0)) + (2 * width * architecture.Classes);
        }

        if (architecture.Tabular is { } tabular)
        {
            double width = tabular.Width;
            total += Transformer(tabular, architecture.TabularColumns + 1) + (2 * width * architecture.Classes);
        }

        if (architecture is { LightCurve: not null, Tabular: not null })
        {
            double width = architecture.LightCurve.Width + architecture.Tabular.Width;
            total += (2 * 2 * width * width) + (2 * width * architecture.Classes);
        }

        return total;
    }

    // The last block computes for the class token only: its query, what each head's keys make of it, the scores of and the mean over the
    // normalised tokens, the values of these means, the output.
    private static double Transformer(TransformerShape shape, int tokens)
    {
        double width = shape.Width;
        double Products(double of) => 2 * of * width * width;
        var full = Products(3 * tokens) + (4 * width * tokens * tokens) + Products(tokens) + Products(4 * tokens);
        var last = Products(3) + (4 * shape.Heads * width * tokens) + Products(1) + Products(4);
        return ((shape.Layers - 1) * full) + last;
    }
}
