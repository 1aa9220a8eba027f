using Atat.LightCurves;

namespace Atat.Formats.Embeddings;

/// <summary>Embeddings of objects, one row an object. On disk <c>embeddings.parquet</c>.</summary>
public sealed class EmbeddingTable
{
    /// <summary>Makes a table; the arrays are kept, not copied.</summary>
    /// <param name="objectIds">Identifier of each object.</param>
    /// <param name="labels">Class of each object; null where unlabelled.</param>
    /// <param name="partitions">Part of the split that each object is in.</param>
    /// <param name="values">Embeddings, row-major (objects, width).</param>
    /// <param name="width">Dimensions of an embedding.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public EmbeddingTable(string[] objectIds, string?[] labels, Partition[] partitions, float[] values, int width)
    {
        if (labels.Length != objectIds.Length || partitions.Length != objectIds.Length || values.LongLength != (long)objectIds.Length * width)
        {
            throw new ArgumentException($"{objectIds.Length} ids, {labels.Length} labels, {partitions.Length} partitions and {values.Length} values of width {width} do not fit.", nameof(objectIds));
        }

        ObjectIds = objectIds;
        Labels = labels;
        Partitions = partitions;
        Values = values;
        Width = width;
    }

    /// <summary>Number of objects.</summary>
    public int Count => ObjectIds.Length;

    /// <summary>Identifier of each object.</summary>
    public string[] ObjectIds { get; }

    /// <summary>Class of each object; null where unlabelled.</summary>
    public string?[] Labels { get; }

    /// <summary>Part of the split that each object is in.</summary>
    public Partition[] Partitions { get; }

    /// <summary>Embeddings, row-major (objects, width).</summary>
    public float[] Values { get; }

    /// <summary>Dimensions of an embedding.</summary>
    public int Width { get; }

    /// <summary>Anomaly score of each object, larger the more anomalous, NaN where it has none; null without scores.</summary>
    public double[]? Anomalies { get; init; }

    /// <summary>Name of the run that embedded them; null where unknown.</summary>
    public string? Run { get; init; }

    /// <summary>Version of the program that embedded them; null where unknown.</summary>
    public string? ProgramVersion { get; init; }

    /// <summary>Embedding of one object.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Width, Width);
}
