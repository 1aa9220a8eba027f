using Atat.Formats.Csv;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Csv;

public sealed class CsvWeightsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ReadsClassesAndWeights() =>
        Assert.Equal([("KN", 0.5), ("Ib/c", 2)], CsvWeights.Read(folder.Write("w.csv", "weight,class\n0.5,KN\n2,Ib/c\n")));

    [Theory]
    [InlineData("class,share\nKN,1\n", "weight")]
    [InlineData("class,weight\nKN,one\n", "row 2")]
    [InlineData("class,weight\nKN,1,2\n", "row 2")]
    [InlineData("", "is empty")]
    public void NamesWhatIsWrong(string content, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => CsvWeights.Read(folder.Write("w.csv", content))).Message, StringComparison.Ordinal);
}
