namespace Atat.Networks;

/// <summary>Size of one Transformer branch (thesis section 4.3.6).</summary>
/// <param name="Heads">Attention heads.</param>
/// <param name="HeadWidth">Width of each head; the token width is <c>Heads * HeadWidth</c>.</param>
/// <param name="Layers">Blocks.</param>
public sealed record TransformerShape(int Heads, int HeadWidth, int Layers)
{
    /// <summary>The thesis's light-curve branch: 4 heads x 48, 3 layers.</summary>
    public static TransformerShape ThesisLightCurve { get; } = new(4, 48, 3);

    /// <summary>The thesis's tabular branch: 4 heads x 36, 3 layers.</summary>
    public static TransformerShape ThesisTabular { get; } = new(4, 36, 3);

    /// <summary>Width of a token.</summary>
    public int Width => Heads * HeadWidth;
}
