using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Parquet;

public sealed class CatalogPartsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void PartsTogetherAreTheCatalog() => Gen.Select(Catalogs.Random, Gen.Int[1, 14]).Sample(
        (catalog, size) =>
        {
            var path = folder.File("catalog.parquet");
            CatalogFile.Write(path, catalog);
            var parts = CatalogFile.ReadParts(path, size).ToArray();
            Assert.Equal((catalog.Count + size - 1) / size, parts.Length);
            Assert.All(parts.SkipLast(1), part => Assert.Equal(size, part.Count));
            var builder = new CatalogBuilder(catalog.Schema);
            foreach (var part in parts)
            {
                builder.Add(part);
            }

            Catalogs.AssertEqual(catalog, builder.Build());
            Catalogs.AssertEqual(catalog, CatalogFile.Read(path));
            Assert.Equal(catalog.Count, CatalogFile.ReadSchema(path).Objects);
            Catalogs.AssertEqual(catalog.Schema, CatalogFile.ReadSchema(path).Schema);
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void PartsCrossRowGroupsAndBatches()
    {
        var catalog = Catalogs.Example(4000);
        var path = folder.File("catalog.parquet");
        CatalogFile.Write(path, catalog.Schema, [catalog.Select([.. Enumerable.Range(0, 2700)]), catalog.Select([.. Enumerable.Range(2700, 1300)])]);
        Assert.Equal([1100, 1100, 1100, 700], CatalogFile.ReadParts(path, 1100).Select(p => p.Count));
        Assert.Equal(catalog.Ids.ToArray(), CatalogFile.ReadParts(path, 270).SelectMany(p => p.Ids.ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void AnIdentifierMayNotStandInTwoParts(int size)
    {
        var path = folder.File("catalog.parquet");
        CatalogFile.Write(path, Catalogs.Example(0).Schema, [Catalogs.Example(12), Catalogs.Example(1)]);
        var error = Assert.Throws<InputException>(() => CatalogFile.ReadParts(path, size).Count());
        Assert.Contains("catalog.parquet row 13", error.Message, StringComparison.Ordinal);
        Assert.Contains("'object 0' stands twice", error.Message, StringComparison.Ordinal);
    }
}
