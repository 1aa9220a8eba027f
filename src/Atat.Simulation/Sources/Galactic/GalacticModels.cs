using System.Collections.Immutable;
using static Atat.Simulation.HostPopulation;

namespace Atat.Simulation.Sources.Galactic;

/// <summary>Models of objects within the Galaxy and its neighbours.</summary>
public static class GalacticModels
{
    /// <summary>All, by ELAsTiCC's labels.</summary>
    public static ImmutableArray<SourceModel> All { get; } =
    [
        new("Mdwarf-flare", None, 1, FlaringDwarf.Draw),
        new("dwarf-nova", None, 1, DwarfNova.Draw),
        new("uLens-Single_PyLIMA", None, 0.35, Microlensing.DrawSingle),
        new("uLens-Single-GenLens", None, 0.35, Microlensing.DrawGeneral),
        new("uLens-Binary", None, 0.3, Microlensing.DrawBinary),
        new("d-Sct", None, 1, DeltaScuti.Draw),
        new("RRL", None, 1, RRLyrae.Draw),
        new("Cepheid", None, 1, Cepheid.Draw),
        new("EB", None, 1, EclipsingBinary.Draw),
    ];
}
