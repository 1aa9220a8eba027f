using Atat.LightCurves;

namespace Atat.Training.Configuration;

/// <summary>Which observations the network sees.</summary>
public sealed record WindowConfig
{
    /// <summary>How a window at a day ends.</summary>
    public WindowRule Rule { get; init; }

    /// <summary>Observations kept per band, evenly thinned; 0 for all.</summary>
    public int PerBand { get; init; }

    /// <summary>Masked temporal augmentation (thesis section 4.3.5): every sample is cut at one of <see cref="Days"/>, drawn anew at each step.</summary>
    public bool Mta { get; init; }

    /// <summary>Days after the first detection that the augmentation draws from.</summary>
    public double[] Days { get; init; } = [8, 128, 2048];
}
