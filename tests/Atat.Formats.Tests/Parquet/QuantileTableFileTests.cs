using Atat.Formats.Parquet;

namespace Atat.Formats.Tests.Parquet;

public class QuantileTableFileTests
{
    [Fact]
    public void ComesBackAsItWas()
    {
        using var folder = new TemporaryFolder();
        QuantileRow[] rows = [new("MWEBV", null, [0.1, 0.25, -3e300]), new("Period_g", 8, []), new("Period_g", 128.5, [double.Epsilon])];
        var path = folder.File("deep/quantiles.parquet");
        QuantileTableFile.Write(path, rows);
        Assert.Equivalent(rows, QuantileTableFile.Read(path), strict: true);
        QuantileTableFile.Write(path, []);
        Assert.Empty(QuantileTableFile.Read(path));
    }
}
