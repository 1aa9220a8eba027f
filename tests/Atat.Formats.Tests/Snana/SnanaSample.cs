using Atat.Formats.Tests.Fits;

namespace Atat.Formats.Tests.Snana;

/// <summary>A small pair of SNANA files that tests change and damage.</summary>
public sealed record SnanaSample
{
    public string[] Cards { get; init; } = ["SURVEY  = 'DES     '           / Survey", "FILTERS = 'griz'", "HIERARCH PHOTFLAG_DETECT = 4096 / mask"];

    public (string Name, string Form)[] HeadColumns { get; init; } =
    [
        ("SNID", "16A"), ("RA", "1D"), ("DEC", "1D"), ("NOBS", "1J"), ("PTROBS_MIN", "1J"), ("PTROBS_MAX", "1J"),
        ("MWEBV", "1E"), ("HOSTGAL_NMATCH", "1I"), ("HOSTGAL_LOGMASS", "1E"), ("HOSTGAL_MAG_g", "1E"), ("SIM_REDSHIFT", "1E"), ("PEAKMJD", "1E"),
    ];

    public object[][] HeadRows { get; init; } =
    [
        ["101", 10.5, -20.25, 3, 1, 3, 0.5f, 2, -9f, 999f, 0.1f, 59001f],
        ["102", -999.0, -999.0, 1, 5, 5, -9f, 0, -9999f, 21.5f, 0.1f, 59001f],
    ];

    public (string Name, string Form)[] PhotColumns { get; init; } =
        [("MJD", "1D"), ("BAND", "2A"), ("PHOTFLAG", "1J"), ("FLUXCAL", "1E"), ("FLUXCALERR", "1E")];

    public object[][] PhotRows { get; init; } =
    [
        [59000.25, "g", 0, 1.5f, 1f],
        [59001.25, "r", 6144, 20f, 1f],
        [59002.25, "z", 5120, 30f, 2f],
        [-777.0, "-", 0, 0f, 0f],
        [59000.5, "i", 0, -3f, 0.5f],
        [-777.0, "-", 0, 0f, 0f],
    ];

    public byte[] Head => FitsBytes.Table(Cards, HeadColumns, HeadRows);

    public byte[] Phot => FitsBytes.Table([], PhotColumns, PhotRows);

    public object[][] WithHead(int row, int column, object value) => With(HeadRows, row, column, value);

    public object[][] WithPhot(int row, int column, object value) => With(PhotRows, row, column, value);

    private static object[][] With(object[][] rows, int row, int column, object value) =>
        [.. rows.Select((cells, r) => cells.Select((cell, c) => r == row && c == column ? value : cell).ToArray())];
}
