using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Parquet;

public class CatalogFileTests
{
    [Fact]
    public void ComesBackAsItWas()
    {
        using var folder = new TemporaryFolder();
        Catalogs.Random.Sample(
            catalog =>
            {
                var path = folder.File($"{Guid.NewGuid()}.parquet");
                CatalogFile.Write(path, catalog);
                Catalogs.AssertEqual(catalog, CatalogFile.Read(path));
                File.Delete(path);
            },
            iter: 200,
            threads: 1);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void PartsAreOneCatalog()
    {
        using var folder = new TemporaryFolder();
        var whole = Catalogs.Example(20);
        Catalog Part(int from, int to)
        {
            var builder = new CatalogBuilder(whole.Schema);
            for (var i = from; i < to; i++)
            {
                var item = whole[i];
                builder.Add(new ObjectRow(item.Id, item.Label, item.RightAscension, item.Declination, whole.Partitions[i], whole.Folds[i]), item.Metadata, item.LightCurve);
            }

            return builder.Build();
        }

        var path = folder.File("parts.parquet");
        CatalogFile.Write(path, whole.Schema, [Part(0, 7), Part(7, 7), Part(7, 20)]);
        Catalogs.AssertEqual(whole, CatalogFile.Read(path));
    }

    [Fact]
    public void NothingIsLeftWhereAPartFails()
    {
        using var folder = new TemporaryFolder();
        IEnumerable<Catalog> Parts()
        {
            yield return Catalogs.Example(3);
            throw new OperationCanceledException();
        }

        Assert.Throws<OperationCanceledException>(() => CatalogFile.Write(folder.File("parts.parquet"), Catalogs.Example(1).Schema, Parts()));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
