using Atat.Formats.Snana;

namespace Atat.Formats.Tests.Snana;

[Collection(FuzzCollection.Name)]
public class SnanaFuzzTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void DamagedFilesAreReadOrRefused(bool isHead, bool isGzip)
    {
        using var folder = new TemporaryFolder();
        var sample = new SnanaSample();
        folder.Write("x_HEAD.FITS", sample.Head);
        folder.Write("x_PHOT.FITS", sample.Phot);
        var valid = isHead ? sample.Head : sample.Phot;
        var refused = Fuzz.Run(
            isGzip ? TemporaryFolder.Gzip(valid) : valid,
            content =>
            {
                folder.Write(isHead ? "x_HEAD.FITS" : "x_PHOT.FITS", content);
                SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path });
            },
            count: 400);
        Assert.InRange(refused, 100, 399);
    }
}
