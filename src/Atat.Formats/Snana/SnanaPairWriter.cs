using System.IO.Compression;
using Atat.Formats.Files;
using Atat.Formats.Fits;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>Collects the objects of one pair of HEAD and PHOT files, and writes it.</summary>
internal sealed class SnanaPairWriter(CatalogSchema schema)
{
    private const int Saturated = 1024;
    private const int First = 2048;
    private const int Detection = 4096;

    private static readonly (string Name, string Form)[] PhotColumns =
    [
        ("MJD", "1D"), ("BAND", "2A"), ("CCDNUM", "1I"), ("FIELD", "12A"), ("PHOTFLAG", "1J"), ("PHOTPROB", "1E"), ("FLUXCAL", "1E"), ("FLUXCALERR", "1E"),
    ];

    private readonly SnanaHeadRows head = new(schema);
    private readonly FitsTableWriter photometry = new(PhotColumns);

    /// <summary>Objects so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an object.</summary>
    /// <exception cref="InputException">Its identifier does not fit.</exception>
    public void Add(AstroObject item)
    {
        Count++;
        head.Add(item, photometry.Count + 1);
        var curve = item.LightCurve;
        var isFirst = true;
        for (var i = 0; i < curve.Length; i++)
        {
            var flag = (curve.Detected[i] ? Detection : 0) | (curve.Saturated[i] ? Saturated : 0) | (curve.Detected[i] && isFirst ? First : 0);
            isFirst &= !curve.Detected[i];
            Row(curve.Mjd[i], schema.Passbands[curve.Band[i]].Name, "VOID", flag, curve.Flux[i], curve.FluxError[i]);
        }

        // What SNANA puts between two objects.
        const int filler = -777;
        Row(filler, "-", "XXXX", 0, filler, filler);
    }

    /// <summary>Writes both files.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">Their names without _HEAD.FITS.gz and _PHOT.FITS.gz.</param>
    public void WriteTo(string folder, string name)
    {
        WriteFile(folder, name + "_PHOT.FITS", photometry, "Photometry", name);
        WriteFile(folder, name + "_HEAD.FITS", head.Table, "Header", name);
    }

    private void WriteFile(string folder, string file, FitsTableWriter table, string extension, string name) =>
        OutputFile.Write(Path.Combine(folder, file + ".gz"), path =>
        {
            using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
            new FitsCards()
                .Add("SIMPLE", true, "file does conform to FITS standard")
                .Add("BITPIX", 8, "number of bits per data pixel")
                .Add("NAXIS", 0, "no data in the primary array")
                .Add("EXTEND", true, "FITS dataset may contain extensions")
                .Add("SURVEY", schema.Survey.Split(' ')[0], "Survey")
                .Add("PHOTFLAG_DETECT", Detection, "PHOTFLAG mask for detection")
                .Add("MWEBV_APPLYFLAG", 0, "1 -> Apply MWEBV cor to FLUXCAL")
                .Add("FILTERS", string.Concat(schema.Passbands.Select(band => band.Name)), "List of Filters")
                .Add("VERSION", name, "Version")
                .Add("PHOTFILE", name + "_PHOT.FITS", "Photometry")
                .Add("DATATYPE", "SIM_SNANA", "as SNANA names simulated samples")
                .WriteTo(stream);
            table.WriteTo(stream, extension);
        });

    private void Row(double mjd, string band, string field, int flag, float flux, float error)
    {
        photometry.Double(mjd);
        photometry.Text(band, 2);
        photometry.Short(-9);
        photometry.Text(field, 12);
        photometry.Int(flag);
        photometry.Float(-9);
        photometry.Float(flux);
        photometry.Float(error);
        photometry.EndRow();
    }
}
