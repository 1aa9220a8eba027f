using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Atat.Formats.Snana;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Snana;

/// <summary>Every value of an ELAsTiCC2 sample, bit for bit as astropy 5.2.1 reads it (tools/oracles/snana_astropy.py).</summary>
public class AstropyParityTests
{
    private const uint MissingBits = 0x7FC00000;

    private static readonly Lazy<(Catalog Catalog, ImportReport Report)> Sample = new(() =>
        SnanaImporter.Read(new SnanaImportOptions { Source = SharedData.Path("data", "elasticc2_snana_fits") }));

    [Fact]
    public void EveryObjectIsImported()
    {
        var (catalog, report) = Sample.Value;
        Assert.Equal((214, 33187, 0, 0), (report.Objects, report.Observations, report.WithoutObservations, report.Unsorted));
        Assert.Empty(report.Notes);
        Assert.Equal(214, catalog.Count);
        Assert.Equal("LSST", catalog.Schema.Survey);
        Assert.Equal(27.5, catalog.Schema.ZeroPoint);
        Assert.Equal(["u", "g", "r", "i", "z", "Y"], catalog.Schema.Passbands.Select(b => b.Name));
        Assert.Equal([3671, 4827, 6223, 7546, 8691, 9712], catalog.Schema.Passbands.Select(b => b.Wavelength));
        Assert.Equal(64, catalog.Schema.Metadata.Length);
        Assert.Equal(["Ib/c", "KN", "M-dwarf Flare"], catalog.Schema.Taxonomy.Classes);
    }

    [Theory]
    [InlineData("KN_K17", 47, 7059, 142, "634e398057e2fe294c56a28736284efecd6ed99069f81087defe1422098e269a", "d193a0a97b2847558ad985ed2c52d75ff95e9e1c2cfcccb41958262f892afe2e")]
    [InlineData("Mdwarf-flare", 27, 6898, 33, "666f6e00ebac6dac5f6fa7fdad923dc7d3f09d18c214ef39a7cc90cdb8b5b22f", "ccaeac4c2ddfbb03fbd092390634dd569c98cd2574cd956ce7b2df7ce76a4438")]
    [InlineData("SNIb-Templates", 140, 19230, 917, "0191f0e380d4ec6be93985c1fc1d8b3b4266a43f0de2bb89835f2e9f3893ff1f", "d477fdad2b768885f21608bd5e2016c22a209a7e7bb1b9c175b42efd95fe7516")]
    public void EveryBitOfALabelIsAstropys(string label, int objects, int observations, int detections, string lightCurves, string metadata)
    {
        var catalog = Sample.Value.Catalog;
        using var curves = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var table = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var counts = (Objects: 0, Observations: 0, Detections: 0);
        for (var i = 0; i < catalog.Count; i++)
        {
            var item = catalog[i];
            if (item.Label != label)
            {
                continue;
            }

            counts = (counts.Objects + 1, counts.Observations + item.LightCurve.Length, counts.Detections + item.LightCurve.Detected.Count(true));
            curves.AppendData(LightCurveBytes(item.LightCurve, catalog.Schema));
            table.AppendData(Bytes(item.Metadata));
        }

        Assert.Equal((objects, observations, detections), counts);
        Assert.Equal(lightCurves, Convert.ToHexStringLower(curves.GetHashAndReset()));
        Assert.Equal(metadata, Convert.ToHexStringLower(table.GetHashAndReset()));
    }

    [Theory]
    [InlineData("802403", 261.914062, 9.745426, 171, "40ed7d4ba786c227 418f4ceb 421d23a7 Y", "40edc17fcb923a2a c30e06b5 4240b98f Y")]
    [InlineData("94108", 201.835443, -45.586654, 189, "40ed75ca83e425af c20bdbf6 41dc8b76 Y", "40ede185de69ad43 c28dc725 41f0ef01 Y")]
    [InlineData("1093481", 10.546875, -18.367102, 123, "40ede8486dc5d639 c18b8407 4201798a Y", "40edf8443e425aee 3fc81e09 40959beb r")]
    public void SampleObjects(string id, double rightAscension, double declination, int observations, string first, string last)
    {
        var catalog = Sample.Value.Catalog;
        var item = catalog[catalog.Ids.IndexOf(id)];
        Assert.Equal((rightAscension, declination, observations), (item.RightAscension, item.Declination, item.LightCurve.Length));
        Assert.Equal(first, Hexadecimal(item.LightCurve, 0, catalog.Schema));
        Assert.Equal(last, Hexadecimal(item.LightCurve, observations - 1, catalog.Schema));
    }

    private static string Hexadecimal(LightCurve curve, int i, CatalogSchema schema) => string.Create(
        CultureInfo.InvariantCulture,
        $"{BitConverter.DoubleToUInt64Bits(curve.Mjd[i]):x16} {BitConverter.SingleToUInt32Bits(curve.Flux[i]):x8} {BitConverter.SingleToUInt32Bits(curve.FluxError[i]):x8} {schema.Passbands[curve.Band[i]].Name}");

    private static byte[] LightCurveBytes(LightCurve curve, CatalogSchema schema)
    {
        var bytes = new List<byte>();
        foreach (var time in curve.Mjd)
        {
            bytes.AddRange(BitConverter.GetBytes(time));
        }

        bytes.AddRange(Bytes(curve.Flux));
        bytes.AddRange(Bytes(curve.FluxError));
        foreach (var band in curve.Band)
        {
            bytes.AddRange(Encoding.ASCII.GetBytes(schema.Passbands[band].Name));
        }

        for (var i = 0; i < curve.Length; i++)
        {
            bytes.Add((byte)((curve.Detected[i] ? 1 : 0) + (curve.Saturated[i] ? 2 : 0)));
        }

        return [.. bytes];
    }

    private static byte[] Bytes(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(float)), float.IsNaN(values[i]) ? MissingBits : BitConverter.SingleToUInt32Bits(values[i]));
        }

        return bytes;
    }
}
