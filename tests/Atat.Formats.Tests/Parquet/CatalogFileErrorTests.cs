using Apache.Arrow;
using Atat.Formats.Parquet;
using Atat.Formats.Schemas;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Parquet;

public sealed class CatalogFileErrorTests : IDisposable
{
    private static readonly int[] Offsets = [0, 2, 3];
    private static readonly CatalogSchema CatalogSchema = Catalogs.Example(0).Schema;
    private readonly TemporaryFolder folder = new();

    private readonly Dictionary<string, IArrowArray> columns = new(StringComparer.Ordinal)
    {
        ["object_id"] = ArrowColumns.Strings(["a", "b"]),
        ["label"] = ArrowColumns.Strings(["Ia", null]),
        ["ra"] = ArrowColumns.Doubles([1, 2]),
        ["dec"] = ArrowColumns.Doubles([1, 2]),
        ["partition"] = ArrowColumns.Strings(["train", null]),
        ["fold"] = ArrowColumns.NonNegative([0, -1]),
        ["z"] = ArrowColumns.Floats([1, 2]),
        ["size"] = ArrowColumns.Floats([1, 2]),
        ["mjd"] = ArrowColumns.Lists(Offsets, ArrowColumns.Doubles([1, 2, 3])),
        ["band"] = ArrowColumns.Lists(Offsets, ArrowColumns.Strings(["g", "r", "g"])),
        ["flux"] = ArrowColumns.Lists(Offsets, ArrowColumns.Floats([1, 2, 3])),
        ["flux_err"] = ArrowColumns.Lists(Offsets, ArrowColumns.Floats([1, 2, 3])),
        ["detected"] = ArrowColumns.Lists(Offsets, ArrowColumns.Booleans([true, false, true])),
        ["saturated"] = ArrowColumns.Lists(Offsets, ArrowColumns.Booleans([true, false, true])),
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WithoutAChangeItIsACatalog() => Assert.Equal(3, Read().ObservationCount);

    [Fact]
    public void OtherTypesThatMeanTheSameAreRead()
    {
        columns["ra"] = ArrowColumns.Floats([1, 2]);
        columns["z"] = ArrowColumns.NonNegative([5, -1]);
        columns["flux"] = ArrowColumns.Lists(Offsets, ArrowColumns.Doubles([1, 2, 0.5]));
        columns["extra"] = ArrowColumns.Strings(["x", "y"]);
        var catalog = Read();
        Assert.Equal(0.5f, catalog.Observations.Flux[2]);
        Assert.Equal([5, 1, float.NaN, 2], catalog.Metadata.ToArray());
    }

    [Fact]
    public void AMissingColumn()
    {
        columns.Add("fluxerr", columns["flux_err"]);
        columns.Remove("flux_err");
        AssertRefused("c.parquet: no column 'flux_err'; did you mean 'fluxerr'?");
    }

    [Theory]
    [InlineData("ra", "c.parquet, column 'ra': holds utf8, should hold numbers.")]
    [InlineData("z", "c.parquet, column 'z': holds utf8, should hold numbers.")]
    [InlineData("mjd", "c.parquet, column 'mjd': holds utf8, should hold lists.")]
    public void AColumnOfStrings(string column, string message)
    {
        columns[column] = ArrowColumns.Strings(["1", "2"]);
        AssertRefused(message);
    }

    [Fact]
    public void AColumnOfNumbers()
    {
        columns["label"] = ArrowColumns.Doubles([1, 2]);
        AssertRefused("c.parquet, column 'label': holds double, should hold strings.");
    }

    [Fact]
    public void ListsOfOtherThings()
    {
        columns["detected"] = ArrowColumns.Lists(Offsets, ArrowColumns.Floats([1, 2, 3]));
        AssertRefused("c.parquet, column 'detected': holds float, should hold truth values.");
    }

    [Fact]
    public void ListsOfDifferentLengths()
    {
        columns["flux"] = ArrowColumns.Lists([0, 2, 4], ArrowColumns.Floats([1, 2, 3, 4]));
        AssertRefused("c.parquet row 2, column 'flux': has 2 elements, but 'mjd' has 1; all lists of a row must be equally long.");
    }

    [Fact]
    public void AnUnknownBand()
    {
        columns["band"] = ArrowColumns.Lists(Offsets, ArrowColumns.Strings(["g", "V", "g"]));
        AssertRefused("c.parquet row 1, column 'band': element 2 is no passband of the survey, which has g r.");
    }

    [Fact]
    public void ANullInAList()
    {
        columns["flux"] = ArrowColumns.Lists(Offsets, ArrowColumns.Floats([1, 2, float.NaN], nullIfNaN: true));
        AssertRefused("c.parquet row 1, column 'flux': a list of this row or a later one holds a null; remove the observation from all lists.");
    }

    [Fact]
    public void AFluxThatIsNoNumber()
    {
        columns["flux"] = ArrowColumns.Lists(Offsets, ArrowColumns.Floats([1, 2, float.NaN]));
        AssertRefused("c.parquet row 2: Object 'b', observation 1: time 3, flux NaN, error 3; all must be finite and the error not negative. Remove the observation or name its missing-value marker.");
    }

    [Fact]
    public void ObjectsWithoutAnIdentifier()
    {
        columns["object_id"] = ArrowColumns.Strings(["a", null]);
        AssertRefused("c.parquet row 2, column 'object_id': has no value.");
    }

    [Fact]
    public void APartThatIsNone()
    {
        columns["partition"] = ArrowColumns.Strings(["train", "validation"]);
        AssertRefused("c.parquet row 2, column 'partition': 'validation' is neither train nor test nor null.");
    }

    [Fact]
    public void AFoldThatIsNone()
    {
        columns["fold"] = ArrowColumns.Doubles([0.5, 1]);
        AssertRefused("c.parquet row 1, column 'fold': 0.5 is no fold; folds are 0, 1, 2 ….");
    }

    [Fact]
    public void NoSchema()
    {
        Write([]);
        AssertMessage("c.parquet: has no 'atat.schema' in its metadata, so it is not a catalog of this program; make one with import, or keep the metadata when you rewrite a catalog.");
    }

    [Fact]
    public void ASchemaThatIsNone()
    {
        Write(new() { ["atat.schema"] = "{}" });
        Assert.StartsWith("c.parquet: the JSON is not what it should be: ", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void ASchemaOfAnotherVersion()
    {
        Write(new() { ["atat.schema"] = CatalogSchemaJson.Write(CatalogSchema).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal) });
        AssertMessage("c.parquet: the schema has version 2, this program reads version 1; use a program that fits the file.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(2000)]
    public void CutShort(int length)
    {
        Write();
        var path = folder.File("c.parquet");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        Assert.StartsWith("c.parquet: is not a Parquet file, or is cut short or damaged: ", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoFile() => Assert.EndsWith("none.parquet: no such file.", Assert.Throws<InputException>(() => CatalogFile.Read(folder.File("none.parquet"))).Message, StringComparison.Ordinal);

    [Fact]
    public void MetadataThatHasTheNameOfAnotherColumn()
    {
        var catalog = Catalogs.Example(1);
        var renamed = catalog.WithSchema(catalog.Schema with { Metadata = [new("ra"), new("size")] });
        var error = Assert.Throws<InputException>(() => CatalogFile.Write(folder.File("c.parquet"), renamed));
        Assert.Equal("Metadata column 'ra' has the name of another column of the catalog; give it another name.", error.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private void AssertRefused(string message)
    {
        Write();
        AssertMessage(message);
    }

    private void AssertMessage(string message) => Assert.Equal(message, Message());

    private string Message() => Assert.Throws<InputException>(() => CatalogFile.Read(folder.File("c.parquet"))).Message
        .Replace(folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);

    private Catalog Read()
    {
        Write();
        return CatalogFile.Read(folder.File("c.parquet"));
    }

    private void Write(Dictionary<string, string>? metadata = null)
    {
        var fields = columns.Select(column => new Field(column.Key, column.Value.Data.DataType, nullable: true));
        var schema = new Schema(fields, metadata ?? new() { ["atat.schema"] = CatalogSchemaJson.Write(CatalogSchema) });
        ParquetOutput.Write(folder.File("c.parquet"), schema, [], [new RecordBatch(schema, columns.Values, 2)]);
    }
}
