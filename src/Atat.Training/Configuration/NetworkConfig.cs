using Atat.Networks;

namespace Atat.Training.Configuration;

/// <summary>The network, as far as it does not follow from the data.</summary>
public sealed record NetworkConfig
{
    /// <summary>Light-curve branch.</summary>
    public TransformerShape LightCurve { get; init; } = TransformerShape.ThesisLightCurve;

    /// <summary>Tabular branch.</summary>
    public TransformerShape Tabular { get; init; } = TransformerShape.ThesisTabular;

    /// <summary>Where the tokens of metadata and features go.</summary>
    public TabularPlacement TabularTokens { get; init; }

    /// <summary>Values per observation: 1 (flux) or 2 (flux and error).</summary>
    public int Inputs { get; init; } = 2;

    /// <summary>How brightness becomes an input.</summary>
    public FluxScaling Scaling { get; init; }

    /// <summary>How the time of an observation reaches its token.</summary>
    public PositionalEncoding Positional { get; init; }

    /// <summary>Harmonics of the time modulation.</summary>
    public int Harmonics { get; init; } = 64;

    /// <summary>Order of the first harmonic.</summary>
    public int FirstHarmonic { get; init; }

    /// <summary>Period of the time modulation, or longest period of the sinusoidal encoding, in days.</summary>
    public double Period { get; init; } = 1500;

    /// <summary>Dropout in feed-forward parts and the joint head.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Dropout on attention weights; above 0 the fused kernel is not available on CPU.</summary>
    public double AttentionDropout { get; init; }

    /// <summary>How weights start.</summary>
    public Initialisation Initialisation { get; init; }
}
