using System.Diagnostics;
using System.IO.Compression;
using Atat.Formats.Snana;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Snana;

public sealed class SnanaWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsReadBack() => Lsst().Sample(
        catalog =>
        {
            using var place = new TemporaryFolder();
            SnanaWriter.Write(place.Path, [catalog]);
            if (catalog.Count == 0)
            {
                Assert.Empty(Directory.GetFileSystemEntries(place.Path));
                return;
            }

            var back = SnanaImporter.Read(new SnanaImportOptions { Source = place.Path, Metadata = catalog.Schema.Metadata }).Catalog;
            Assert.Equal(catalog.Count, back.Count);
            for (var i = 0; i < catalog.Count; i++)
            {
                var expected = catalog[i];
                var actual = back[back.Ids.IndexOf(catalog.Ids[i])];
                Assert.Equal(expected.Label ?? "unlabelled", actual.Label);
                Assert.Equal((expected.RightAscension, expected.Declination), (actual.RightAscension, actual.Declination));
                Assert.Equal(expected.Metadata.ToArray(), actual.Metadata.ToArray());
                LightCurveAssert.Equal(expected.LightCurve, actual.LightCurve);
            }
        },
        iter: 40);

    [Fact]
    public void AThousandObjectsAFile()
    {
        var builder = new CatalogBuilder(Schema());
        for (var i = 0; i < 1001; i++)
        {
            builder.Add(new ObjectRow($"{i}", "KN"), [1], default);
        }

        SnanaWriter.Write(folder.Path, [builder.Build()]);
        var files = Directory.GetFiles(folder.File("ATAT_TRAIN_KN")).Select(Path.GetFileName).Order();
        Assert.Equal(
            [
                "ATAT_TRAIN_KN-0001_HEAD.FITS.gz", "ATAT_TRAIN_KN-0001_PHOT.FITS.gz", "ATAT_TRAIN_KN-0002_HEAD.FITS.gz", "ATAT_TRAIN_KN-0002_PHOT.FITS.gz",
                "ATAT_TRAIN_KN.LIST", "ATAT_TRAIN_KN.README",
            ],
            files);
        Assert.Equal(1001, SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path, Metadata = Schema().Metadata }).Catalog.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ElasticcsColumnsComeBackWithAndWithoutValues(int missing)
    {
        string[] host =
        [
            "ELLIPTICITY", "SQRADIUS", "SNSEP", "PHOTOZ", "PHOTOZ_ERR", "SPECZ", "SPECZ_ERR", .. Enumerable.Range(0, 11).Select(i => $"ZPHOT_Q{10 * i:000}"),
            .. "ugrizY".Select(band => $"MAG_{band}"), .. "ugrizY".Select(band => $"MAGERR_{band}"),
        ];
        string[] names = [.. host.Select(n => "HOSTGAL_" + n), .. host.Select(n => "HOSTGAL2_" + n), "MWEBV", "MWEBV_ERR", "REDSHIFT_HELIO", "REDSHIFT_HELIO_ERR"];
        var schema = Schema() with { Metadata = [.. names.Select(n => new MetadataColumn(n))] };
        var builder = new CatalogBuilder(schema);
        float[] values = [.. Enumerable.Range(0, schema.Metadata.Length).Select(i => missing == 1 ? float.NaN : 0.25f * (i + 1))];
        builder.Add(new ObjectRow("1", "KN", 1, 2), values, default);
        SnanaWriter.Write(folder.Path, [builder.Build()]);
        var back = SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path }).Catalog;
        Assert.Equal(names, back.Schema.Metadata.Select(column => column.Name));
        Assert.Equal(values, back[0].Metadata.ToArray());
    }

    [Fact]
    public void ColumnsOfSnanasOwnKeepTheCatalogsValues()
    {
        var schema = Schema() with { Metadata = [new("VPEC"), new("HOSTGAL_LOGMASS"), new("HOSTGAL_SB_FLUXCAL_r")] };
        var builder = new CatalogBuilder(schema);
        builder.Add(new ObjectRow("1", "KN"), [300, 10.5f, float.NaN], default);
        SnanaWriter.Write(folder.Path, [builder.Build()]);
        Assert.Equal([300, 10.5f, float.NaN], SnanaImporter.Read(new SnanaImportOptions { Source = folder.Path, Metadata = schema.Metadata }).Catalog[0].Metadata.ToArray());
    }

    [Fact]
    public void BandsHaveOneLetter()
    {
        var schema = Schema() with { Passbands = [new("Ks", 21590)] };
        var builder = new CatalogBuilder(schema);
        builder.Add(new ObjectRow("1", "KN"), [1], default);
        Assert.Contains("passband 'Ks'", Assert.Throws<InputException>(() => SnanaWriter.Write(folder.Path, [builder.Build()])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "91_bg", "begins with a number")]
    [InlineData("a longer name than SNANA has room for", "KN", "at most 16 ASCII characters")]
    [InlineData("naïve", "KN", "at most 16 ASCII characters")]
    [InlineData("1", "Ib/c", "cannot be the name of a folder")]
    [InlineData("1", "..", "cannot be the name of a folder")]
    public void SaysWhatDoesNotFit(string id, string label, string message)
    {
        var builder = new CatalogBuilder(Schema());
        builder.Add(new ObjectRow(id, label), [1], default);
        Assert.Contains(message, Assert.Throws<InputException>(() => SnanaWriter.Write(folder.Path, [builder.Build()])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FitsverifyHasNothingToSay()
    {
        SnanaWriter.Write(folder.Path, [Example()]);
        foreach (var file in Directory.GetFiles(folder.Path, "*.gz", SearchOption.AllDirectories))
        {
            // The tool reads gzip'd files only where it was built to.
            var plain = file[..^3];
            using (var source = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
            using (var target = File.Create(plain))
            {
                source.CopyTo(target);
            }

            Assert.Contains("found 0 warning(s) and 0 error(s)", Output("fitsverify", plain), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AstropyReadsTheSameValues()
    {
        var catalog = Example();
        SnanaWriter.Write(folder.Path, [catalog]);
        const string script = """
            import sys, glob
            from astropy.io import fits
            for path in sorted(glob.glob(sys.argv[1] + '/*/*HEAD.FITS.gz')):
                head = fits.getdata(path, 1); phot = fits.getdata(path.replace('HEAD', 'PHOT'), 1)
                for row in head:
                    part = phot[row['PTROBS_MIN'] - 1 : row['PTROBS_MAX']]
                    print(row['SNID'].strip(), float(row['RA']).hex(), *[f'{float(m).hex()}/{float(f).hex()}/{float(e).hex()}/{b.strip()}/{p}' for m, f, e, b, p in zip(part['MJD'], part['FLUXCAL'], part['FLUXCALERR'], part['BAND'], part['PHOTFLAG'])], float(row['z']).hex())
            """;
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var lines = Output(python, "-c", script, folder.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var expected = new List<string>();
        for (var i = 0; i < catalog.Count; i++)
        {
            var item = catalog[i];
            var curve = item.LightCurve;
            var first = curve.Detected.IndexOf(true);
            var fields = new List<string> { item.Id, Hexadecimal(item.RightAscension) };
            for (var k = 0; k < curve.Length; k++)
            {
                var flag = (curve.Detected[k] ? 4096 : 0) + (k == first ? 2048 : 0) + (curve.Saturated[k] ? 1024 : 0);
                fields.Add($"{Hexadecimal(curve.Mjd[k])}/{Hexadecimal(curve.Flux[k])}/{Hexadecimal(curve.FluxError[k])}/{catalog.Schema.Passbands[curve.Band[k]].Name}/{flag}");
            }

            fields.Add(Hexadecimal(float.IsNaN(item.Metadata[0]) ? -9 : item.Metadata[0]));
            expected.Add(string.Join(' ', fields));
        }

        Assert.Equal(expected, lines);
    }

    // As Python writes float.hex().
    private static string Hexadecimal(double value)
    {
        if (value == 0)
        {
            return "0x0.0p+0";
        }

        var bits = BitConverter.DoubleToUInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        return $"{(value < 0 ? "-" : string.Empty)}0x1.{bits & 0xFFFFFFFFFFFFF:x13}p{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}";
    }

    private static string Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var output = process.StandardOutput.ReadToEnd();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.SkipWhen(error.Contains("ModuleNotFoundError", StringComparison.Ordinal), $"{program} lacks astropy");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
    }

    private static CatalogSchema Schema() =>
        new("LSST", [new("g", 4827), new("r", 6223)], BrightnessUnit.Flux, 27.5, [new("z", MetadataRole.Redshift)], Taxonomy.Empty);

    private static Catalog Example()
    {
        var builder = new CatalogBuilder(Schema());
        for (var i = 0; i < 9; i++)
        {
            var n = i % 4;
            builder.Add(
                new ObjectRow($"object-{i}", "KN", 11.25 * i + 0.1, -i),
                [i % 3 == 0 ? float.NaN : 0.1f * i],
                new LightCurve(
                    [.. Enumerable.Range(0, n).Select(t => 60000.123456789 + t)],
                    [.. Enumerable.Range(0, n).Select(t => -3.3f + (7.7f * t))],
                    [.. Enumerable.Range(0, n).Select(t => 1.1f + t)],
                    [.. Enumerable.Range(0, n).Select(t => (byte)(t % 2))],
                    [.. Enumerable.Range(0, n).Select(t => t > 0)],
                    [.. Enumerable.Range(0, n).Select(t => t == 2)]));
        }

        return builder.Build();
    }

    private static Gen<Catalog> Lsst()
    {
        var point = Gen.Select(Gen.Double[59000, 61000], Gen.Float[-1e6f, 1e6f], Gen.Float[0, 1e5f], Gen.Byte[0, 1], Gen.Bool, Gen.Bool);
        var value = Gen.OneOf(Gen.Float[0, 3], Gen.Const(float.NaN));
        return Gen.Select(Gen.Int[0, 2].Select(i => i == 0 ? "KN" : i == 1 ? "SNIb+HostXT_V19" : null), value, Gen.Double[0, 360], point.Array[0, 6]).Array[0, 8].Select(objects =>
        {
            var builder = new CatalogBuilder(Schema());
            foreach (var (label, z, rightAscension, points) in objects)
            {
                var sorted = points.OrderBy(p => p.Item1).ToArray();
                builder.Add(
                    new ObjectRow($"{builder.Count}", label, rightAscension, -30),
                    [z],
                    new LightCurve([.. sorted.Select(p => p.Item1)], [.. sorted.Select(p => p.Item2)], [.. sorted.Select(p => p.Item3)], [.. sorted.Select(p => p.Item4)], [.. sorted.Select(p => p.Item5)], [.. sorted.Select(p => p.Item6)]));
            }

            return builder.Build();
        });
    }
}
