using Atat.Formats.Fits;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Fits;

/// <summary>Headers that claim what is not there cost neither memory nor time.</summary>
[Collection(FuzzCollection.Name)]
public sealed class LyingHeaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("NAXIS2  = 999999999999", "t.fits: is cut short: row 721 of 999,999,999,999 is not there; fetch the file again.")]
    [InlineData("NAXIS2  = -1", "t.fits: keyword NAXIS2 is missing or negative; the file is damaged.")]
    [InlineData("NAXIS1  = 99999999", "t.fits: the columns take 4 bytes a row, but the header says 99,999,999; the file is damaged.")]
    [InlineData("TFIELDS = 500000000", "t.fits: a table of 500000000 columns, more than a FITS file can have; the file is damaged.")]
    [InlineData("TFIELDS = 2", "t.fits: keyword TFORM2 is missing; the file is damaged.")]
    [InlineData("TFORM1  = '999999999999A'", "t.fits: TFORM1 = '999999999999A' is no format of a binary table; the file is damaged.")]
    [InlineData("TFORM1  = '1Z'", "t.fits: TFORM1 = '1Z' is no format of a binary table; the file is damaged.")]
    [InlineData("TFORM1  = 'J", null)]
    [InlineData("NAXIS   = 999999999", "t.fits: keyword NAXIS3 is missing or negative; the file is damaged.")]
    [InlineData("GCOUNT  = 9007199254740990", "t.fits: a header claims data of an impossible size; the file is damaged.")]
    [InlineData("NAXIS2  = many", "t.fits: keyword NAXIS2 has the value 'many', should be a number; the file is damaged.")]
    public void IsRefused(string card, string? message)
    {
        object[][] rows = [.. Enumerable.Range(0, 720).Select(i => new object[] { i })];
        var path = folder.Write("t.fits", FitsBytes.Table([], [("N", "1J")], rows, card));
        var before = GC.GetAllocatedBytesForCurrentThread();
        if (message is null)
        {
            Assert.Equal(rows.Length, ReadAll(path));
        }
        else
        {
            var error = Assert.Throws<InputException>(() => ReadAll(path));
            Assert.Equal(message, error.Message.Replace(folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void ARowWiderThanAnyTableIsRefused()
    {
        var path = folder.Write("t.fits", FitsBytes.Table([], [("N", "1J")], [], "NAXIS1  = 900000000", "TFORM1  = '900000000A'", "NAXIS2  = 1"));
        var error = Assert.Throws<InputException>(() => ReadAll(path));
        Assert.EndsWith("rows of 900,000,000 bytes; the file is damaged.", error.Message, StringComparison.Ordinal);
    }

    private static int ReadAll(string path)
    {
        using var table = new FitsTable(path);
        var rows = 0;
        while (table.Read())
        {
            rows++;
        }

        return rows;
    }
}
