using System.Collections.Frozen;
using Atat.LightCurves;

namespace Atat.Formats;

/// <summary>
/// Effective wavelengths of passbands by their usual names: LSST's for u to Y, Johnson-Cousins and 2MASS (Bessell 1990, Cohen et al. 2003)
/// for the others. They order bands whose names are discovered in the data; a survey's own values are given with its passbands.
/// </summary>
internal static class KnownPassbands
{
    private static readonly FrozenDictionary<string, double> Wavelengths = new (string Name, double Wavelength)[]
    {
        ("u", 3671), ("g", 4827), ("r", 6223), ("i", 7546), ("z", 8691), ("y", 9712), ("Y", 9712),
        ("U", 3663), ("B", 4361), ("V", 5448), ("R", 6407), ("I", 7980),
        ("J", 12350), ("H", 16620), ("K", 21590), ("Ks", 21590),
    }.ToFrozenDictionary(band => band.Name, band => band.Wavelength, StringComparer.Ordinal);

    /// <summary>A passband by its name; its wavelength is NaN where the name is not a usual one.</summary>
    public static Passband Named(string name) => new(name, Wavelengths.GetValueOrDefault(name, double.NaN));

    /// <summary>Names in the order of wavelength; those without one last, by name.</summary>
    public static IEnumerable<Passband> InOrder(IEnumerable<string> names) =>
        names.Select(Named)
            .OrderBy(band => double.IsNaN(band.Wavelength) ? double.PositiveInfinity : band.Wavelength)
            .ThenBy(band => band.Name, StringComparer.Ordinal);
}
