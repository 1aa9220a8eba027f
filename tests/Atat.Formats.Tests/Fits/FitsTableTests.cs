using Atat.Formats.Fits;

namespace Atat.Formats.Tests.Fits;

public sealed class FitsTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryTypeOfNumber()
    {
        (string, string)[] columns = [("B", "1B"), ("I", "I"), ("J", "1J"), ("K", "1K"), ("E", "1E"), ("D", "1D"), ("A", "5A")];
        using var table = Open(columns, [[200, -3, int.MinValue, long.MaxValue, 1.5f, -0.1, " ab"], [0, 0, 0, 0, float.NaN, double.PositiveInfinity, ""]]);
        Assert.True(table.Read());
        Assert.Equal([200, -3, int.MinValue], columns[..3].Select(c => table.Integer(table.Require(c.Item1))));
        Assert.Equal(long.MaxValue, table.Integer(table.Require("k")));
        Assert.Equal(1.5f, table.Single(table.Require("E")));
        Assert.Equal(-0.1, table.Number(table.Require("D")));
        Assert.Equal("ab", table.Text(table.Require("A")));
        Assert.Equal("9223372036854775807", table.Text(table.Require("K")));
        Assert.True(table.Read());
        Assert.True(double.IsNaN(table.Number(table.Require("E"))));
        Assert.Equal("", table.Text(table.Require("A")));
        Assert.False(table.Read());
    }

    [Fact]
    public void ScaledAndMissingIntegers()
    {
        using var table = Open([("U", "1I"), ("S", "1J")], [[-32768, 7], [-1, -9]], "TZERO1  = 32768", "TSCAL2  = 0.5D0 / half", "TZERO2  = 1", "TNULL2  = -9");
        table.Read();
        Assert.Equal((0, 4.5), (table.Integer(table.Require("U")), table.Number(table.Require("S"))));
        table.Read();
        Assert.Equal(32767, table.Integer(table.Require("U")));
        Assert.True(double.IsNaN(table.Number(table.Require("S"))));
    }

    [Fact]
    public void NumbersOfAllBitsSurvive() => Gen.Select(Gen.Double, Gen.Float, Gen.Long, Gen.Int).Array[0, 50].Sample(
        rows =>
        {
            using var table = Open([("D", "1D"), ("E", "1E"), ("K", "1K"), ("J", "1J")], [.. rows.Select(r => new object[] { r.Item1, r.Item2, r.Item3, r.Item4 })]);
            foreach (var (d, e, k, j) in rows)
            {
                Assert.True(table.Read());
                Assert.Equal(BitConverter.DoubleToInt64Bits(d), BitConverter.DoubleToInt64Bits(table.Number(table.Require("D"))));
                Assert.Equal(BitConverter.SingleToInt32Bits(e), BitConverter.SingleToInt32Bits(table.Single(table.Require("E"))));
                Assert.Equal((k, j), (table.Integer(table.Require("K")), (int)table.Integer(table.Require("J"))));
            }

            Assert.False(table.Read());
        },
        iter: 50,
        threads: 1);

    [Fact]
    public void QuotesInTextAndLongNames()
    {
        string[] cards = ["NAME    = 'it''s one  '  / a / comment", "HIERARCH A LONG_NAME = 'x=y' / c", "EMPTY   = ''", "COMMENT = nothing"];
        using var table = new FitsTable(folder.Write("t.fits", FitsBytes.Table(cards, [("N", "1J")], [])));
        Assert.Equal("it's one", table.Primary.Text("NAME"));
        Assert.Equal("x=y", table.Primary.Text("A LONG_NAME"));
        Assert.Equal("", table.Primary.Text("EMPTY"));
        Assert.Null(table.Primary.Text("ABSENT"));
    }

    private FitsTable Open((string Name, string Form)[] columns, object[][] rows, params string[] extra) =>
        new(folder.Write("t.fits", FitsBytes.Table([], columns, rows, extra)));
}
