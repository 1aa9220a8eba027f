using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Predictions;

public class PredictionFileTests
{
    [Fact]
    public void ComesBackAsItWas()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("predictions.parquet");
        var table = new PredictionTable(["SN Ia", "RR Lyrae"], ["a", "b", "a"], [8, 8, 128.25], ["SN Ia", null, "SN Ia"], [0.25f, 0.75f, 1e-30f, 1, 0.5f, 0.5f]);
        PredictionFile.Write(path, table);
        var read = PredictionFile.Read(path);
        Assert.Equal(table.Classes, read.Classes);
        Assert.Equal(table.ObjectIds, read.ObjectIds);
        Assert.Equal(table.Days, read.Days);
        Assert.Equal(table.Labels, read.Labels);
        Assert.Equal(table.Probabilities, read.Probabilities);
    }

    [Fact]
    public void AClassMayNotBeCalledAsAKeyColumn()
    {
        using var folder = new TemporaryFolder();
        var table = new PredictionTable(["day"], ["a"], [8], [null], [1]);
        var error = Assert.Throws<InputException>(() => PredictionFile.Write(folder.File("p.parquet"), table));
        Assert.Equal("Class 'day' has the name of another column of a prediction table; rename it in the taxonomy.", error.Message);
    }
}
