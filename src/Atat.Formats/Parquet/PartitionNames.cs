using Atat.LightCurves;

namespace Atat.Formats.Parquet;

/// <summary>How the parts of a split are written: <c>train</c>, <c>test</c>, or nothing.</summary>
internal static class PartitionNames
{
    private const string Train = "train";
    private const string Test = "test";

    /// <summary>Name of a part; null for none.</summary>
    public static string? NameOf(Partition partition) => partition switch
    {
        Partition.Train => Train,
        Partition.Test => Test,
        _ => null,
    };

    /// <summary>Part of a name, or null where there is no such part.</summary>
    public static Partition? Parse(string? name) => name switch
    {
        null or "" => Partition.None,
        Train => Partition.Train,
        Test => Partition.Test,
        _ => null,
    };
}
