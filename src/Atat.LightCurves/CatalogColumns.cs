namespace Atat.LightCurves;

/// <summary>The arrays behind a <see cref="Catalog"/>: one entry an object in the first group, one an observation in the second.</summary>
internal sealed record CatalogColumns
{
    public required string[] Ids { get; init; }

    public required string?[] Labels { get; init; }

    public required double[] RightAscensions { get; init; }

    public required double[] Declinations { get; init; }

    public required Partition[] Partitions { get; init; }

    public required int[] Folds { get; init; }

    public required float[] Metadata { get; init; }

    public required int[] Offsets { get; init; }

    public required int UnsortedCount { get; init; }

    public required double[] Mjd { get; init; }

    public required float[] Flux { get; init; }

    public required float[] FluxError { get; init; }

    public required byte[] Band { get; init; }

    public required bool[] Detected { get; init; }

    public required bool[] Saturated { get; init; }
}
