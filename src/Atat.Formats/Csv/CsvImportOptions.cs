using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Formats.Csv;

/// <summary>
/// Where a survey's delimited tables are and what their columns are called: a table of objects (one row an object) and a table of light
/// curves (one row an observation), or the second alone. Column names are case-sensitive. Gzip'd files are recognised by content.
/// </summary>
public sealed record CsvImportOptions
{
    /// <summary>Table of light curves. The rows of one object need not stand together.</summary>
    public required string LightCurves { get; init; }

    /// <summary>Table of objects; null where the light-curve table has all, each object's columns repeated in its rows.</summary>
    public string? Objects { get; init; }

    /// <summary>Name of the survey or sample.</summary>
    public string Survey { get; init; } = string.Empty;

    /// <summary>Between fields; an ASCII character.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Object identifier, in the table of objects and, if <see cref="LightCurveId"/> is null, in that of light curves.</summary>
    public string Id { get; init; } = "object_id";

    /// <summary>Object identifier in the table of light curves, where it is called otherwise there.</summary>
    public string? LightCurveId { get; init; }

    /// <summary>Time of an observation in days.</summary>
    public string Time { get; init; } = "mjd";

    /// <summary>Subtracted from times to make them modified Julian dates: 2400000.5 for Julian dates.</summary>
    public double TimeOffset { get; init; }

    /// <summary>Name of the observation's passband; null for a survey in one band.</summary>
    public string? Band { get; init; } = "band";

    /// <summary>Flux or magnitude.</summary>
    public string Brightness { get; init; } = "flux";

    /// <summary>One standard deviation of the flux or magnitude.</summary>
    public string Error { get; init; } = "flux_err";

    /// <summary>Whether the observation is a detection; null: abs(flux) >= 3 x error, and every magnitude is one.</summary>
    public string? Detected { get; init; }

    /// <summary>Whether the observation is saturated; null: none is.</summary>
    public string? Saturated { get; init; }

    /// <summary>Right ascension in degrees; null: unknown.</summary>
    public string? RightAscension { get; init; }

    /// <summary>Declination in degrees; null: unknown.</summary>
    public string? Declination { get; init; }

    /// <summary>Label, the finest there is; null: unlabelled.</summary>
    public string? Label { get; init; }

    /// <summary>Class that the label belongs to, where another column than the label gives it; makes the taxonomy.</summary>
    public string? Class { get; init; }

    /// <summary>Metadata columns of the table of objects.</summary>
    public ImmutableArray<MetadataColumn> Metadata { get; init; } = [];

    /// <summary>Markers of missing values in metadata, position and label; a number stands for all its spellings (-9, -9.0).</summary>
    public ImmutableArray<string> Missing { get; init; } = ["", "nan"];

    /// <summary>Markers of a missing flux or error; such observations are left out and counted.</summary>
    public ImmutableArray<string> MissingBrightness { get; init; } = [];

    /// <summary>Passbands of the survey; empty: those found in the data, in order of wavelength where the name tells it.</summary>
    public ImmutableArray<Passband> Passbands { get; init; } = [];

    /// <summary>Flux or magnitude.</summary>
    public BrightnessUnit Unit { get; init; } = BrightnessUnit.Flux;

    /// <summary>Magnitude of unit flux; NaN where unknown.</summary>
    public double ZeroPoint { get; init; } = double.NaN;

    /// <summary>Classes of the labels; null: by <see cref="Class"/>, or else every label is its own class.</summary>
    public Taxonomy? Taxonomy { get; init; }

    /// <summary>Leave light-curve rows out whose object is not in the table of objects; otherwise they are an error.</summary>
    public bool LeaveUnknownObjectsOut { get; init; }

    /// <summary>Leave objects out that have no observation in the light-curve table: one table of several.</summary>
    public bool OnlyObserved { get; init; }
}
