using System.Text.Unicode;
using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>The observations of an import in the order of the file, before they are put together by object.</summary>
internal sealed class CsvObservations
{
    private const int MostBands = 255;
    private const float DetectionSigmas = 3;

    private readonly CsvImportOptions options;
    private readonly CsvTable table;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> objects;
    private readonly MissingValues missing;
    private readonly (int Id, int Time, int Band, int Brightness, int Error, int Detected, int Saturated) columns;
    private readonly List<string> bands;
    private readonly List<byte[]> bandBytes = [];
    private byte[] lastId = [];
    private int lastObject = -1;

    private CsvObservations(CsvImportOptions options, CsvTable table, CsvObjects objects)
    {
        this.options = options;
        this.table = table;
        this.objects = objects.Lookup;
        missing = new MissingValues(options.MissingBrightness);
        bands = [.. options.Passbands.Select(band => band.Name)];
        bandBytes.AddRange(bands.Select(System.Text.Encoding.UTF8.GetBytes));
        columns = (
            table.Find(options.LightCurveId ?? options.Id),
            table.Find(options.Time),
            table.FindOptional(options.Band),
            table.Find(options.Brightness),
            table.Find(options.Error),
            table.FindOptional(options.Detected),
            table.FindOptional(options.Saturated));
    }

    /// <summary>Index of each observation's object.</summary>
    public List<int> Object { get; } = [];

    /// <summary>Times, MJD.</summary>
    public List<double> Mjd { get; } = [];

    /// <summary>Fluxes or magnitudes.</summary>
    public List<float> Flux { get; } = [];

    /// <summary>Their errors.</summary>
    public List<float> FluxError { get; } = [];

    /// <summary>Indices into <see cref="Bands"/>.</summary>
    public List<byte> Band { get; } = [];

    /// <summary>Whether detections.</summary>
    public List<bool> Detected { get; } = [];

    /// <summary>Whether saturated.</summary>
    public List<bool> Saturated { get; } = [];

    /// <summary>Names of the bands: the options', or those found, in order of first appearance.</summary>
    public IReadOnlyList<string> Bands => bands;

    /// <summary>Rows left out because the flux or error is missing.</summary>
    public long MissingCount { get; private set; }

    /// <summary>Rows left out because their object is not in the table of objects.</summary>
    public long UnknownCount { get; private set; }

    /// <summary>Reads the light-curve table.</summary>
    /// <exception cref="InputException">The table cannot be read, or does not hold what the options say.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CsvObservations Read(CsvImportOptions options, CsvObjects objects, IProgress<double>? progress, CancellationToken cancellation)
    {
        const int rowsBetweenReports = 1 << 16;
        using var file = new CsvTable(options.LightCurves, options.Delimiter);
        var observations = new CsvObservations(options, file, objects);
        while (file.Read())
        {
            observations.AddRow();
            if (file.Row % rowsBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(file.Fraction);
            }
        }

        progress?.Report(1);
        return observations;
    }

    private void AddRow()
    {
        var owner = ObjectOfRow();
        if (owner < 0)
        {
            UnknownCount++;
            return;
        }

        if (missing.Contains(table.Bytes(columns.Brightness)) || missing.Contains(table.Bytes(columns.Error)))
        {
            MissingCount++;
            return;
        }

        var flux = table.FiniteNumber<float>(columns.Brightness);
        var error = table.FiniteNumber<float>(columns.Error);
        if (error < 0)
        {
            throw table.Wrong(columns.Error, "is negative; an error is a standard deviation. Name the value as a marker of missing brightness or remove the row");
        }

        Object.Add(owner);
        Mjd.Add(table.FiniteNumber<double>(columns.Time) - options.TimeOffset);
        Flux.Add(flux);
        FluxError.Add(error);
        Band.Add(columns.Band < 0 ? (byte)0 : BandOfRow());
        Detected.Add(columns.Detected >= 0 ? table.Flag(columns.Detected) : options.Unit == BrightnessUnit.Magnitude || Math.Abs(flux) >= DetectionSigmas * error);
        Saturated.Add(columns.Saturated >= 0 && table.Flag(columns.Saturated));
    }

    // Rows of one object mostly stand together: the last identifier is compared before any is looked up.
    private int ObjectOfRow()
    {
        var id = table.Bytes(columns.Id);
        if (lastId.AsSpan().SequenceEqual(id) && lastId.Length > 0)
        {
            return lastObject;
        }

        Span<char> characters = stackalloc char[256];
        var found = Utf8.ToUtf16(id, characters, out _, out var written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done
            ? objects.TryGetValue(characters[..written], out var index)
            : objects.Dictionary.TryGetValue(table.Text(columns.Id), out index);
        if (!found && !options.LeaveUnknownObjectsOut)
        {
            throw table.Wrong(columns.Id, $"is not in {options.Objects}; add the object, or choose to leave such rows out");
        }

        lastId = id.ToArray();
        lastObject = found ? index : -1;
        return lastObject;
    }

    private byte BandOfRow()
    {
        var name = table.Bytes(columns.Band);
        for (var i = 0; i < bandBytes.Count; i++)
        {
            if (name.SequenceEqual(bandBytes[i]))
            {
                return (byte)i;
            }
        }

        if (!options.Passbands.IsEmpty)
        {
            throw table.Wrong(columns.Band, $"is no passband of the survey, which has {string.Join(' ', bands)}");
        }

        if (name.IsEmpty)
        {
            throw table.Wrong(columns.Band, "names no passband");
        }

        if (bands.Count == MostBands)
        {
            throw table.Wrong(columns.Band, $"is the {MostBands + 1}th different passband; is this the column of the passband?");
        }

        bands.Add(table.Text(columns.Band));
        bandBytes.Add(name.ToArray());
        return (byte)(bands.Count - 1);
    }
}
