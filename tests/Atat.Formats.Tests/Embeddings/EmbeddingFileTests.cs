using Atat.Formats.Embeddings;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Embeddings;

public class EmbeddingFileTests
{
    private static readonly EmbeddingTable Table = new(["a", "b", "c"], ["SN Ia", null, "AGN"], [Partition.Train, Partition.None, Partition.Test], [1, 2, -0.5f, 1e-30f, 0, 7], 2)
    {
        Anomalies = [1.25, double.NaN, 0.5],
        Run = "first",
        ProgramVersion = "1.2.3",
    };

    [Fact]
    public void ComesBackAsItWas()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("e.parquet");
        EmbeddingFile.Write(path, Table);
        var read = EmbeddingFile.Read(path);
        Assert.Equal(Table.ObjectIds, read.ObjectIds);
        Assert.Equal(Table.Labels, read.Labels);
        Assert.Equal(Table.Partitions, read.Partitions);
        Assert.Equal(Table.Values, read.Values);
        Assert.Equal(2, read.Width);
        Assert.Equal(Table.Anomalies, read.Anomalies);
        Assert.Equal(("first", "1.2.3"), (read.Run, read.ProgramVersion));
    }

    [Fact]
    public void ManyRowsMakeSeveralGroups()
    {
        using var folder = new TemporaryFolder();
        var (path, count) = (folder.File("e.parquet"), 5000);
        var table = new EmbeddingTable([.. Enumerable.Range(0, count).Select(i => $"{i}")], new string?[count], new Partition[count], [.. Enumerable.Range(0, count * 1000).Select(i => (float)i)], 1000);
        EmbeddingFile.Write(path, table);
        var read = EmbeddingFile.Read(path);
        Assert.Equal(table.Values, read.Values);
        Assert.Equal(table.ObjectIds, read.ObjectIds);
        Assert.Null(read.Anomalies);
        Assert.Null(read.Run);
    }

    [Fact]
    public void NoObjectsAreATableToo()
    {
        using var folder = new TemporaryFolder();
        EmbeddingFile.Write(folder.File("e.parquet"), new EmbeddingTable([], [], [], [], 4));
        Assert.Equal(0, EmbeddingFile.Read(folder.File("e.parquet")).Count);
    }

    [Fact]
    public void WhatIsNoEmbeddingIsNamed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("e.parquet");
        EmbeddingFile.Write(path, new EmbeddingTable(["a", "b"], new string?[2], new Partition[2], [1, float.NaN], 1));
        Assert.Equal($"{path} row 2, column 'embedding': holds a value that is not finite.", Assert.Throws<InputException>(() => EmbeddingFile.Read(path)).Message);

        EmbeddingFile.Write(path, new EmbeddingTable(["a"], [null], [Partition.None], [], 0));
        Assert.Contains("has 0 dimensions", Assert.Throws<InputException>(() => EmbeddingFile.Read(path)).Message, StringComparison.Ordinal);

        Formats.Parquet.CatalogFile.Write(path, Catalogs.Example(objects: 2));
        Assert.Equal($"{path}: no column 'embedding'", Assert.Throws<InputException>(() => EmbeddingFile.Read(path)).Message);
        Assert.Throws<ArgumentException>(() => new EmbeddingTable(["a"], [null], [Partition.None], [1, 2, 3], 2));
    }
}
