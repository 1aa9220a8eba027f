using System.Globalization;
using System.Text;
using Atat.Formats.Fits;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>Reads the observations of the objects of a HEAD file from its PHOT file, in one pass.</summary>
internal sealed class SnanaPhot
{
    // SNANA's filler between objects.
    private const double FillerMjd = -777;

    private readonly FitsTable table;
    private readonly int detectionMask;
    private readonly SnanaPlan plan;
    private readonly (FitsColumn Mjd, FitsColumn Band, FitsColumn? Flag, FitsColumn Flux, FitsColumn Error) columns;

    private SnanaPhot(FitsTable table, SnanaPlan plan, int detectionMask)
    {
        this.table = table;
        this.detectionMask = detectionMask;
        this.plan = plan;
        columns = (table.Require("MJD"), table.Require("BAND", "FLT"), table.Find("PHOTFLAG"), table.Require("FLUXCAL"), table.Require("FLUXCALERR"));
    }

    /// <summary>Reads the observations of all objects.</summary>
    /// <param name="pair">Files.</param>
    /// <param name="head">Objects.</param>
    /// <param name="plan">What to read.</param>
    /// <returns>All observations, and for each object in the order of HEAD the index of its first.</returns>
    /// <exception cref="InputException">The files do not fit each other, or a value is not what it must be.</exception>
    public static (LightCurveBuffer Observations, int[] Starts) Read(SnanaPair pair, SnanaHead head, SnanaPlan plan)
    {
        var observations = new LightCurveBuffer();
        var starts = new int[head.Objects.Count];
        if (starts.Length == 0)
        {
            return (observations, starts);
        }

        using var file = new FitsTable(pair.Phot);
        var phot = new SnanaPhot(file, plan, head.DetectionMask);
        var previous = 0L;
        foreach (var (item, index) in head.Objects.Select((item, index) => (item, index)).OrderBy(o => o.item.First))
        {
            phot.CheckRange(pair, item, previous);
            starts[index] = observations.Count;
            if (item.Count > 0)
            {
                file.GoTo(item.First - 1);
                phot.ReadObject(item, observations);
                previous = item.Last;
            }
        }

        return (observations, starts);
    }

    private void CheckRange(SnanaPair pair, SnanaObject item, long previous)
    {
        if (item.Count > 0 && item.Last > table.RowCount)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{pair.Head} row {item.HeadRow:N0}: PTROBS_MAX {item.Last:N0} past end of PHOT ({table.RowCount:N0} rows). Are HEAD and PHOT from the same version?"));
        }

        if (item.Count > 0 && item.First <= previous)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{pair.Head} row {item.HeadRow:N0}: PTROBS_MIN {item.First:N0} lies among the rows of another object. Are HEAD and PHOT from the same version?"));
        }
    }

    private void ReadObject(SnanaObject item, LightCurveBuffer observations)
    {
        for (var i = 0L; i < item.Count && table.Read(); i++)
        {
            var mjd = table.Number(columns.Mjd);
            if (mjd == FillerMjd)
            {
                throw table.Wrong(columns.Mjd, $"is the filler between objects, but HEAD counts the row to object '{item.Row.Id}'. Are HEAD and PHOT from the same version?");
            }

            var flux = table.Single(columns.Flux);
            var error = table.Single(columns.Error);
            if (!double.IsFinite(mjd) || !float.IsFinite(flux) || !float.IsFinite(error) || error < 0)
            {
                throw table.Wrong(columns.Flux, string.Create(CultureInfo.InvariantCulture, $"{flux}, {columns.Error.Name} {error}, MJD {mjd}: all must be finite and the error not negative"));
            }

            var flag = columns.Flag is { } column ? table.Integer(column) : 0;
            var isDetected = columns.Flag is null ? SnanaFlags.IsSignificant(flux, error) : (flag & detectionMask) != 0;
            observations.Add(mjd, flux, error, BandOfRow(), isDetected, (flag & SnanaFlags.Saturated) != 0);
        }
    }

    private byte BandOfRow()
    {
        var name = table.Bytes(columns.Band);
        if (plan.BandIndex(name) is >= 0 and var band)
        {
            return (byte)band;
        }

        throw table.Wrong(columns.Band, $"'{Encoding.Latin1.GetString(name)}' is no passband of the survey, which has {string.Join(' ', plan.Passbands.Select(b => b.Name))}");
    }
}
