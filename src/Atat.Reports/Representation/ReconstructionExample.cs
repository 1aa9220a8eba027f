using System.Collections.Immutable;

namespace Atat.Reports.Representation;

/// <summary>A test series and its reconstruction (thesis figures 3.3, 3.4 and 3.6).</summary>
/// <param name="Dataset">Data set, as in the runs.</param>
/// <param name="Network">What reconstructs it, as <c>encoder MHA, decoder MLP, likelihood</c>; examples of one network make one figure.</param>
/// <param name="Class">Its true class; examples of a class stand in one row.</param>
/// <param name="Bands">Its bands.</param>
public sealed record ReconstructionExample(string Dataset, string Network, string Class, ImmutableArray<ReconstructionBand> Bands)
{
    /// <summary>Whether smaller values stand above, as magnitudes do.</summary>
    public bool IsInverted { get; init; }
}
