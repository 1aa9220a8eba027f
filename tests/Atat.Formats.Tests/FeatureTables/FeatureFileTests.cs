using Apache.Arrow;
using Apache.Arrow.Types;
using Atat.Formats.FeatureTables;
using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Formats.Tests.FeatureTables;

public sealed class FeatureFileTests : IDisposable
{
    private static readonly FeatureSet Set = new("Survey", "thesis", true, ["Amplitude_g", "Multiband_period"]);
    private static readonly FeatureTable Example = new(Set, ["a", "a", "b,\"c\""], [8, 2048, 8], [[0.1, double.NaN, -1e-300], [1.0 / 3, 5, double.NaN]]);
    private static readonly Gen<string> Name = Gen.String[Gen.Char.AlphaNumeric, 1, 8];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ComesBackAsItWas() => Gen.Select(Name.Array[0, 6], Gen.Int[0, 40], Gen.Int[1, 9], Gen.Bool, Gen.ULong).Sample(
        (names, rows, size, published, seed) =>
        {
            var random = new Random((int)(seed % int.MaxValue));
            var set = new FeatureSet("Š[1]", "composite", published, [.. names.Select(n => "f_" + n).Distinct(StringComparer.Ordinal)]);
            var table = new FeatureTable(
                set,
                [.. Enumerable.Range(0, rows).Select(i => $"object \u2603 {i / 2}")],
                [.. Enumerable.Range(0, rows).Select(i => i % 2 == 0 ? 8.5 : 2048)],
                [.. set.Features.Select(_ => Enumerable.Range(0, rows).Select(_ => random.Next(4) == 0 ? double.NaN : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300))).ToArray())]);
            var path = folder.File("features.parquet");
            FeatureFile.Write(path, set, Parts(table, size));
            AssertEqual(table, FeatureFile.Read(path));
            Assert.Equal(table.Set.Features, FeatureFile.ReadSet(path).Features);
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void SomeFeaturesAreReadInTheOrderAskedFor()
    {
        var path = folder.File("features.parquet");
        FeatureFile.Write(path, Example);
        var read = FeatureFile.Read(path, ["Multiband_period", "Amplitude_g"]);
        Assert.Equal(["Multiband_period", "Amplitude_g"], read.Set.Features);
        Assert.Equal(Example.Column("Multiband_period"), read.Columns[0]);
        Assert.Equal(Example.ObjectIds, FeatureFile.Read(path, []).ObjectIds);
        Assert.Equal($"{path}: no column 'Multiband_perod'; did you mean 'Multiband_period'?", Assert.Throws<InputException>(() => FeatureFile.Read(path, ["Multiband_perod"])).Message);
        Assert.Equal($"{path}: 'day' is no feature.", Assert.Throws<InputException>(() => FeatureFile.Read(path, ["day"])).Message);
    }

    [Fact]
    public void ATableOfManyPartsHasFewRowGroups()
    {
        var set = Set with { Features = [.. Enumerable.Range(0, 100).Select(i => $"f{i}")] };
        var path = folder.File("features.parquet");
        double[][] columns = [.. Enumerable.Range(0, 100).Select(i => new double[] { i, i + 0.5 })];
        FeatureFile.Write(path, set, Enumerable.Range(0, 10_000).Select(i => new FeatureTable(set, [$"{i}", $"{i}"], [1, 2], columns)));
        Assert.Equal([16_384, 3616], FeatureFile.ReadParts(path, ["f7"]).Select(p => p.Count));
        using var reader = new ParquetSharp.ParquetFileReader(path);
        Assert.Equal(1, reader.FileMetaData.NumRowGroups);
        var read = FeatureFile.Read(path, ["f7"]);
        Assert.Equal(("9999", 2, 7.5), (read.ObjectIds[^1], read.Days[^1], read.Columns[0][^1]));
    }

    [Fact]
    public void CsvHoldsTheSameAndReadsBackExactly()
    {
        var path = folder.File("features.csv");
        FeatureFile.Write(path, Example);
        Assert.Equal("object_id,day,Amplitude_g,Multiband_period\na,8,0.1,0.3333333333333333\na,2048,,5\n\"b,\"\"c\"\"\",8,-1E-300,\n", File.ReadAllText(path));
        Assert.False(File.Exists(path + ".tmp"));
        Assert.Equal($"{path}: features are read from Parquet only; CSV is written for other programs.", Assert.Throws<InputException>(() => FeatureFile.Read(path)).Message);
    }

    [Fact]
    public void ATableOfAnotherProgramHasTheFurtherColumns()
    {
        var path = Foreign(DoubleType.Default, ArrowColumns.Doubles([1, double.NaN], nullIfNaN: true));
        var read = FeatureFile.Read(path);
        Assert.Equal((null, null, "mine"), (read.Set.Preset, read.Set.Survey, Assert.Single(read.Set.Features)));
        Assert.Equal([1, double.NaN], read.Column("mine"));
    }

    [Fact]
    public void WhatIsWrongIsSaidInOneLine()
    {
        var infinite = Foreign(DoubleType.Default, ArrowColumns.Doubles([1, double.PositiveInfinity]));
        Assert.Equal($"{infinite} row 2, column 'mine': is infinite; a missing value is null.", Assert.Throws<InputException>(() => FeatureFile.Read(infinite)).Message);
        var text = Foreign(StringType.Default, ArrowColumns.Strings(["x", "y"]));
        Assert.Contains("column 'mine': holds utf8, should hold numbers", Assert.Throws<InputException>(() => FeatureFile.Read(text)).Message, StringComparison.Ordinal);
        var json = Foreign(DoubleType.Default, ArrowColumns.Doubles([1, 2]), "{\"survey\":\"s\"}");
        Assert.StartsWith($"{json}: 'atat.features' in its metadata is damaged: ", Assert.Throws<InputException>(() => FeatureFile.Read(json)).Message, StringComparison.Ordinal);
        CatalogFile.Write(folder.File("c.parquet"), Catalogs.Example(2));
        Assert.EndsWith("c.parquet: has no column 'day', so it is no feature table; 'atat features' makes one.", Assert.Throws<InputException>(() => FeatureFile.Read(folder.File("c.parquet"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFeatureMayNotBeCalledAsAnotherColumn() => Assert.Equal(
        "Feature 'day' has the name of another column of the table; rename it.",
        Assert.Throws<InputException>(() => FeatureFile.Write(folder.File("f.parquet"), new FeatureTable(Set with { Features = ["day"] }, [], [], [[]]))).Message);

    [Fact]
    public void RowsAreFoundByDay()
    {
        Assert.Equal([8, 2048], Example.DistinctDays());
        Assert.Equal(new Dictionary<string, int> { ["a"] = 0, ["b,\"c\""] = 2 }, Example.RowsAt(8));
        var values = new double[2];
        Example.CopyRow(1, values);
        Assert.Equal([double.NaN, 5], values);
        Assert.Equal("No feature 'Amplitude_r' in the table; did you mean 'Amplitude_g'?", Assert.Throws<InputException>(() => Example.Column("Amplitude_r")).Message);
        var twice = new FeatureTable(Set, ["a", "a"], [8, 8], [[1, 2], [3, 4]]);
        Assert.Equal("Object 'a' stands twice at day 8 of the features; keep one row of an object and day.", Assert.Throws<InputException>(() => twice.RowsAt(8)).Message);
    }

    private static IEnumerable<FeatureTable> Parts(FeatureTable table, int size)
    {
        for (var start = 0; start < table.Count; start += size)
        {
            var rows = start..Math.Min(table.Count, start + size);
            yield return new FeatureTable(table.Set, table.ObjectIds[rows], table.Days[rows], [.. table.Columns.Select(c => c[rows])]);
        }
    }

    private static void AssertEqual(FeatureTable expected, FeatureTable actual)
    {
        Assert.Equal(expected.Set with { Features = [] }, actual.Set with { Features = [] });
        Assert.Equal(expected.Set.Features, actual.Set.Features);
        Assert.Equal(expected.ObjectIds, actual.ObjectIds);
        Assert.Equal(expected.Days, actual.Days);
        Assert.Equal(expected.Columns, actual.Columns);
    }

    private string Foreign(IArrowType type, IArrowArray values, string? json = null)
    {
        var builder = new Schema.Builder()
            .Field(new Field("object_id", StringType.Default, nullable: false))
            .Field(new Field("mine", type, nullable: true))
            .Field(new Field("day", FloatType.Default, nullable: false));
        var schema = (json is null ? builder : builder.Metadata("atat.features", json)).Build();
        var path = folder.File("foreign.parquet");
        ParquetOutput.Write(path, schema, [], [new RecordBatch(schema, [ArrowColumns.Strings(["a", "b"]), values, ArrowColumns.Floats([8, 8])], 2)]);
        return path;
    }
}
