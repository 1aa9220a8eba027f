using System.Globalization;
using System.Text;
using Atat.Formats.Csv;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Csv;

public sealed class CsvImporterTests : IDisposable
{
    private const string Header = "object_id,mjd,band,flux,flux_err\n";
    private readonly TemporaryFolder folder = new();

    // Identifiers and labels with all that needs quoting.
    private static readonly Gen<string> Text = Gen.Select(
        Gen.Char["ab,\"\n é;'"].Array[0, 6],
        Gen.Char.AlphaNumeric,
        Gen.Char.AlphaNumeric,
        (middle, first, last) => first + new string(middle) + last);

    private static readonly Gen<(int Owner, double Mjd, string Band, float Flux, float Error)> Row = Gen.Select(
        Gen.Int[0, 4], Gen.Double[50000, 60000], Gen.OneOf(Gen.Const("r"), Gen.Const("u"), Gen.Const("Y"), Gen.Const("weird")), Gen.Float.Where(float.IsFinite), Gen.Float[0, 10]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        Gen.Select(Text.Array[5], Text.Array[5], Row.Array[0, 40], Gen.Bool, Gen.Bool).Sample(
            (ids, labels, rows, isGzip, isCrlf) => Check([.. ids.Select((id, i) => $"{id}{i}")], labels, rows, isGzip, isCrlf ? "\r\n" : "\n"),
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void RowsOfOneObjectMayStandApartAndOutOfOrder()
    {
        var (catalog, report) = Read(Header + "b,2,g,1,1\na,5,r,30,1\nb,1,g,2,1\na,4,g,3,1\nb,1,r,4,1\n");
        Assert.Equal(["b", "a"], catalog.Ids.ToArray());
        Assert.Equal([1.0, 1, 2], catalog[0].LightCurve.Mjd.ToArray());
        Assert.Equal([2f, 4, 1], catalog[0].LightCurve.Flux.ToArray());
        Assert.Equal([false, true, false], catalog[0].LightCurve.Detected.ToArray());
        Assert.Equal(2, report.Unsorted);
    }

    [Fact]
    public void ObjectsWithoutObservationsStayAndAreCounted()
    {
        var (catalog, report) = Read(Header + "a,1,g,1,1\n", "object_id,label\na,x\nb,y\n");
        Assert.Equal(2, catalog.Count);
        Assert.Equal(0, catalog[1].LightCurve.Length);
        Assert.Equal(1, report.WithoutObservations);
    }

    [Fact]
    public void WhatIsLeftOutIsCounted()
    {
        var (catalog, report) = Read(Header + "a,1,g,1,1\nc,1,g,1,1\na,2,g,-999.0,1\na,3,g,1,\nc,3,g,1,1\n", "object_id,label\na,x\n", options => options with
        {
            LeaveUnknownObjectsOut = true,
            MissingBrightness = ["-999", ""],
            Taxonomy = Taxonomy.Flat(["y"]),
            Label = "label",
        });
        Assert.Equal(1, catalog.ObservationCount);
        Assert.Equal(
            [
                new ImportNote("light-curve rows of objects that the table of objects does not have, left out", 2),
                new ImportNote("light-curve rows without a flux or error, left out", 2),
                new ImportNote("objects with labels that the taxonomy does not have (x)", 1),
            ],
            report.Notes);
    }

    [Fact]
    public void OneTableHoldsObjectsToo()
    {
        var (catalog, _) = Read("object_id,mjd,band,flux,flux_err,kind,z,sat,det\na,1,g,1,1,x,0.5,T,0\na,2,g,1,1,x,0.5,false,1\nb,1,r,1,1,,-9.0,0,YES\n", null, options => options with
        {
            Label = "kind",
            Metadata = [new("z", MetadataRole.Redshift)],
            Missing = ["", "-9"],
            Saturated = "sat",
            Detected = "det",
        });
        Assert.Equal(["x", null], catalog.Labels.ToArray());
        Assert.Equal([0.5f, float.NaN], catalog.Metadata.ToArray());
        Assert.Equal([true, false, false], catalog.Observations.Saturated.ToArray());
        Assert.Equal([false, true, true], catalog.Observations.Detected.ToArray());
    }

    [Theory]
    [InlineData("", "lc.csv: is empty; the first row must name the columns.")]
    [InlineData("object_id,mjd,band,flx,flux_err\n", "lc.csv: no column 'flux'; did you mean 'flx'?")]
    [InlineData("object_id,mjd,band,flux,flux,flux_err\n", "lc.csv: column 'flux' stands twice in the header; rename one.")]
    [InlineData(Header + "a,1,g,1,1\n\nb,1,g,1\n", "lc.csv row 4: 4 fields, but the header names 5 columns. Is the delimiter right and the file complete?")]
    [InlineData(Header + "a,1,g,1,1\na,now,g,1,1\n", "lc.csv row 3, column 'mjd': 'now' is not a number; correct it or name it as a missing-value marker.")]
    [InlineData(Header + "a,1,g,nan,1\n", "lc.csv row 2, column 'flux': 'nan' is not finite; remove the row or name the value as a missing-value marker.")]
    [InlineData(Header + "a,1,g,1e40,1\n", "lc.csv row 2, column 'flux': '1e40' is not finite; remove the row or name the value as a missing-value marker.")]
    [InlineData(Header + "a,1,g,1,-2\n", "lc.csv row 2, column 'flux_err': '-2' is negative; an error is a standard deviation. Name the value as a marker of missing brightness or remove the row.")]
    [InlineData(Header + "a,1,,1,1\n", "lc.csv row 2, column 'band': '' names no passband.")]
    [InlineData(Header + "a,1,\"g,1,1\n", "lc.csv row 2: a quoted field is not closed before the end of the file; close it, or double the quotes inside it.")]
    [InlineData(Header + ",1,g,1,1\n", "lc.csv row 2, column 'object_id': '' is no identifier; every object needs one.")]
    public void ErrorsOfLightCurves(string table, string message) => AssertRefused(message, () => Read(table));

    [Theory]
    [InlineData("object_id,label\na,x\na,y\n", "objects.csv row 3, column 'object_id': 'a' stands twice; identifiers must be unique.")]
    [InlineData("object_id,label,z\na,x,low\n", "objects.csv row 2, column 'z': 'low' is not a number; correct it or name it as a missing-value marker.")]
    [InlineData("object_id,label,z\nb,x,1\n", "lc.csv row 2, column 'object_id': 'a' is not in objects.csv; add the object, or choose to leave such rows out.")]
    [InlineData("object_id,label,z\na,x,1\nb,x,2\nc,y,2\n", "objects.csv row 4, column 'label': 'y' is the class of label '2' here, but 'x' is in an earlier row; a label belongs to one class.")]
    public void ErrorsOfObjects(string objects, string message) => AssertRefused(message, () => Read(Header + "a,1,g,1,1\n", objects, options => message.Contains("class of", StringComparison.Ordinal)
        ? options with { Label = "z", Class = "label" }
        : options with { Label = "label", Metadata = objects.Contains('z', StringComparison.Ordinal) ? [new("z")] : [] }));

    [Fact]
    public void UnknownBand() => AssertRefused(
        "lc.csv row 2, column 'band': 'V' is no passband of the survey, which has g r.",
        () => Read(Header + "a,1,V,1,1\n", null, options => options with { Passbands = [new("g", 1), new("r", 2)] }));

    [Fact]
    public void AnObjectsColumnsMustAgreeInOneTable() => AssertRefused(
        "lc.csv row 3, column 'object_id': 'a' has another label, position or metadata here than in its first row; an object's columns must be the same in all its rows.",
        () => Read("object_id,mjd,band,flux,flux_err,kind\na,1,g,1,1,x\na,2,g,1,1,y\n", null, options => options with { Label = "kind" }));

    [Fact]
    public void NoFile() => AssertRefused("absent.csv: no such file.", () => CsvImporter.Read(new CsvImportOptions { LightCurves = folder.File("absent.csv") }));

    [Fact]
    public void CutShortGzip()
    {
        var path = folder.WriteGzip("lc.csv", Header + string.Concat(Enumerable.Range(0, 1000).Select(i => $"a,{i},g,1,1\n")));
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        AssertRefused("lc.csv: the compressed content is cut short or damaged; fetch the file again.", () => CsvImporter.Read(new CsvImportOptions { LightCurves = path }));
    }

    [Fact]
    public void Utf16() => AssertRefused(
        "lc.csv: is UTF-16 text; save it as UTF-8.",
        () => CsvImporter.Read(new CsvImportOptions { LightCurves = folder.Write("lc.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)]) }));

    [Fact]
    public void ByteOrderMarkAndOtherDelimiters()
    {
        var path = folder.Write("lc.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("object_id;mjd;band;flux;flux_err\nå, b;1;g;-1;1")]);
        var (catalog, _) = CsvImporter.Read(new CsvImportOptions { LightCurves = path, Delimiter = ';' });
        Assert.Equal("å, b", catalog.Ids[0]);
        Assert.Equal([-1f], catalog.Observations.Flux.ToArray());
    }

    private (Catalog Catalog, ImportReport Report) Read(string lightCurves, string? objects = null, Func<CsvImportOptions, CsvImportOptions>? with = null)
    {
        var options = new CsvImportOptions
        {
            LightCurves = folder.Write("lc.csv", lightCurves),
            Objects = objects is null ? null : folder.Write("objects.csv", objects),
        };
        return CsvImporter.Read(with is null ? options : with(options));
    }

    private void AssertRefused(string message, Action read)
    {
        var error = Assert.Throws<InputException>(read);
        Assert.Equal(message, error.Message.Replace(folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal));
    }

    private void Check(string[] ids, string[] labels, (int Owner, double Mjd, string Band, float Flux, float Error)[] rows, bool isGzip, string lineEnd)
    {
        var objects = "object_id,label" + lineEnd + string.Concat(ids.Zip(labels, (id, label) => $"{Quoted(id)},{Quoted(label)}{lineEnd}"));
        var table = Header.TrimEnd() + lineEnd + string.Concat(rows.Select(r => string.Create(
            CultureInfo.InvariantCulture, $"{Quoted(ids[r.Owner])},{r.Mjd:R},{r.Band},\"{r.Flux:R}\",{r.Error:R}{lineEnd}")));
        var options = new CsvImportOptions
        {
            Objects = folder.Write("objects.csv", objects),
            LightCurves = isGzip ? folder.WriteGzip("lc.csv", table) : folder.Write("lc.csv", table),
            Label = "label",
        };
        var (catalog, report) = CsvImporter.Read(options);

        Assert.Equal(ids, catalog.Ids.ToArray());
        Assert.Equal(labels, catalog.Labels.ToArray());
        Assert.Equal(rows.Length, report.Observations);
        for (var i = 0; i < ids.Length; i++)
        {
            var expected = rows.Where(r => r.Owner == i).OrderBy(r => r.Mjd).ToArray();
            var curve = catalog[i].LightCurve;
            Assert.Equal(expected.Select(r => r.Mjd), curve.Mjd.ToArray());
            Assert.Equal(expected.Select(r => r.Flux), curve.Flux.ToArray());
            Assert.Equal(expected.Select(r => r.Error), curve.FluxError.ToArray());
            Assert.Equal(expected.Select(r => r.Band), curve.Band.ToArray().Select(b => catalog.Schema.Passbands[b].Name));
            Assert.Equal(expected.Select(r => Math.Abs(r.Flux) >= 3 * r.Error), curve.Detected.ToArray());
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
