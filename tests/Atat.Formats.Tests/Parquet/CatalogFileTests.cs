using Atat.Formats.Parquet;

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
}
