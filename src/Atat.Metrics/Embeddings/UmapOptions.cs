namespace Atat.Metrics.Embeddings;

/// <summary>Settings of a UMAP map; the defaults are those of the paper and its program.</summary>
public sealed record UmapOptions
{
    /// <summary>Neighbours of a point, itself counted: few for what is near, many for the whole.</summary>
    public int Neighbours { get; init; } = 15;

    /// <summary>How near two points of the map may be: small for dense clusters.</summary>
    public double MinimumDistance { get; init; } = 0.1;

    /// <summary>Scale of distances of the map.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>Passes over the graph; null for 500 up to 10,000 points and 200 for more.</summary>
    public int? Epochs { get; init; }

    /// <summary>Points that a point is pushed away from, each time that it is pulled to a neighbour.</summary>
    public int NegativeSamples { get; init; } = 5;

    /// <summary>Seed of the negative samples.</summary>
    public int Seed { get; init; }

    /// <summary>Threads that search neighbours; 0 for all processors. The map does not depend on them.</summary>
    public int Threads { get; init; }
}
