namespace Atat.Networks;

/// <summary>Everything that fixes the shapes and the mathematics of an <see cref="AtatModel"/>.</summary>
public sealed record AtatArchitecture
{
    /// <summary>Number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>Number of passbands.</summary>
    public required int Bands { get; init; }

    /// <summary>Number of tabular columns: metadata first, then features; 0 for a network of light curves alone.</summary>
    public required int TabularColumns { get; init; }

    /// <summary>Light-curve branch; null for a tabular-only variant.</summary>
    public TransformerShape? LightCurve { get; init; } = TransformerShape.ThesisLightCurve;

    /// <summary>Tabular branch; null for a light-curve-only variant, and where the tabular tokens go elsewhere.</summary>
    public TransformerShape? Tabular { get; init; } = TransformerShape.ThesisTabular;

    /// <summary>Where the tabular tokens go.</summary>
    public TabularPlacement TabularTokens { get; init; }

    /// <summary>Whether the tabular tokens stand in the light curve's sequence.</summary>
    public bool JoinsSequence => TabularTokens == TabularPlacement.Sequence;

    /// <summary>Tabular columns that the network is given.</summary>
    public int ColumnsRead => Tabular is null && !JoinsSequence ? 0 : TabularColumns;

    /// <summary>Dimensions of an object's embedding: the class tokens that the head of the prediction reads.</summary>
    public int EmbeddingWidth => (Tabular?.Width ?? 0) + (LightCurve?.Width ?? 0);

    /// <summary>Values per observation: 1 (flux) or 2 (flux and its error).</summary>
    public int Inputs { get; init; } = 2;

    /// <summary>How the time of an observation reaches its token.</summary>
    public PositionalEncoding Positional { get; init; }

    /// <summary>Harmonics H of the time modulation.</summary>
    public int Harmonics { get; init; } = 64;

    /// <summary>Order of the first harmonic: 1 in the thesis's equation 4.2, 0 in the published code.</summary>
    public int FirstHarmonic { get; init; }

    /// <summary>Period Tmax of the time modulation in days, and longest period of the sinusoidal encoding.</summary>
    public double Period { get; init; } = 1500;

    /// <summary>Dropout in the feed-forward parts and the mix head.</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>Dropout on attention weights; above 0 the fused attention kernel is not available on CPU.</summary>
    public double AttentionDropout { get; init; } = 0.2;

    /// <summary>How weights start.</summary>
    public Initialisation Initialisation { get; init; }
}
