using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>Passbands of the surveys that SNANA files name.</summary>
internal static class SnanaPassbands
{
    // DECam's effective wavelengths to about 10 Å; LSST's are those of the usual names.
    private static readonly ImmutableArray<Passband> Des =
        [new("g", 4830), new("r", 6430), new("i", 7810), new("z", 9160), new("Y", 9870)];

    /// <summary>The passbands of a FILTERS keyword: one letter each.</summary>
    public static ImmutableArray<Passband> Of(string survey, string filters) =>
        [.. filters.Where(c => c > ' ').Distinct().Select(c => c.ToString()).Select(name =>
            (survey == "DES" ? Des.FirstOrDefault(band => band.Name == name) : null) ?? KnownPassbands.Named(name))];
}
