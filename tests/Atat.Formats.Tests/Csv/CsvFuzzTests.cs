using System.Text;
using Atat.Formats.Csv;

namespace Atat.Formats.Tests.Csv;

[Collection(FuzzCollection.Name)]
public class CsvFuzzTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DamagedTablesAreReadOrRefused(bool isGzip)
    {
        using var folder = new TemporaryFolder();
        var objects = folder.Write("objects.csv", "object_id,label,z\n1,a,0.5\n\"2\",\"b, \"\"c\"\"\",-9\n3,,\n");
        var text = new StringBuilder("object_id,mjd,band,flux,flux_err\n");
        for (var i = 0; i < 100; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{1 + (i % 3)},{59000.5 + i},{"gri"[i % 3]},{i * 1.5},\"{1 + i}\"\n");
        }

        var valid = Encoding.UTF8.GetBytes(text.ToString());
        var refused = Fuzz.Run(
            isGzip ? TemporaryFolder.Gzip(valid) : valid,
            content => CsvImporter.Read(new CsvImportOptions
            {
                Objects = objects,
                LightCurves = folder.Write("damaged.csv", content),
                Label = "label",
                Metadata = [new("z")],
                Missing = ["", "-9"],
            }),
            count: 400);
        Assert.InRange(refused, 100, 399);
    }
}
