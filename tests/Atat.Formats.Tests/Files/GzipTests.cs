using Atat.Formats.Csv;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Files;

/// <summary>Compressed files end where they should, seen through an importer.</summary>
public sealed class GzipTests : IDisposable
{
    private static readonly byte[] Header = [.. "object_id,mjd,band,flux,flux_err\n"u8];
    private static readonly byte[] Row = [.. "a,1,g,1,1\n"u8];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryCutIsNoticed()
    {
        var whole = TemporaryFolder.Gzip([.. Header, .. Row, .. Row]);
        Assert.Equal(2, Count(whole));
        for (var length = 2; length < whole.Length; length++)
        {
            var error = Assert.Throws<InputException>(() => Count(whole[..length]));
            Assert.EndsWith("cut short or damaged; fetch the file again.", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void MembersFollowEachOther() =>
        Assert.Equal(3, Count([.. TemporaryFolder.Gzip([.. Header, .. Row]), .. TemporaryFolder.Gzip(Row), .. TemporaryFolder.Gzip([]), .. TemporaryFolder.Gzip(Row)]));

    [Fact]
    public void FillBehindTheLastMemberIsNoContent() =>
        Assert.Equal(1, Count([.. TemporaryFolder.Gzip([.. Header, .. Row]), .. new byte[1000]]));

    [Fact]
    public void LongContentIsWhole()
    {
        var rows = Enumerable.Repeat(Row, 100_000).SelectMany(row => row);
        Assert.Equal(100_000, Count(TemporaryFolder.Gzip([.. Header, .. rows])));
    }

    [Fact]
    public void ContentFarLargerThanTheFileIsRefused()
    {
        var path = folder.File("bomb.csv");
        using (var file = File.Create(path))
        using (var gzip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Optimal))
        {
            gzip.Write(Header);
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            blank[^1] = (byte)'\n';
            for (var i = 0; i < 300; i++)
            {
                gzip.Write(blank);
            }
        }

        var error = Assert.Throws<InputException>(() => CsvImporter.Read(new CsvImportOptions { LightCurves = path }));
        Assert.Equal($"{path}: its gzip'd content expands more than 200-fold; unpack it by hand if that is meant.", error.Message);
    }

    private long Count(byte[] content) =>
        CsvImporter.Read(new CsvImportOptions { LightCurves = folder.Write("lc.csv", content) }).Report.Observations;
}
