using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Thermal;

/// <summary>Photospheres that several classes share.</summary>
internal static class Photospheres
{
    /// <summary>Hydrogen-rich ejecta and hot engines: metals absorb below 3,000 Å (Nicholl et al. 2017).</summary>
    public static Photosphere Hot { get; } = new(3000, 1);

    /// <summary>Stripped supernovae: iron-group lines absorb below about 4,200 Å (compare the spectra of Modjaz et al. 2014).</summary>
    public static Photosphere Stripped { get; } = new(4200, 3);

    /// <summary>Cool recombining or lanthanide-rich ejecta: line blanketing well into the optical.</summary>
    public static Photosphere Blanketed { get; } = new(5000, 2.5);
}
