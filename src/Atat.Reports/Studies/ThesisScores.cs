using System.Collections.Immutable;

namespace Atat.Reports.Studies;

/// <summary>F1 of thesis table 4.1 and times of table 4.2, to stand beside a study's own: whole light curves of ELAsTiCC's test objects.</summary>
internal static class ThesisScores
{
    /// <summary>Name of the macro average in the tables.</summary>
    public const string Macro = "macro average";

    /// <summary>Variants of table 4.1, in its order.</summary>
    public static readonly ImmutableArray<string> Variants =
        [StudyKeys.WithMta(StudyKeys.LightCurveMetadata), StudyKeys.WithMta(StudyKeys.All), StudyKeys.Forest];

    private static readonly Dictionary<string, double[]> Table = new(StringComparer.Ordinal)
    {
        ["CART"] = [0.5200, 0.5200, 0.5539],
        ["Iax"] = [0.6360, 0.6220, 0.5265],
        ["91bg"] = [0.9100, 0.8980, 0.7844],
        ["Ia"] = [0.7840, 0.7760, 0.6474],
        ["Ib/c"] = [0.5760, 0.5600, 0.4052],
        ["II"] = [0.6140, 0.6300, 0.4478],
        ["SN-like/Other"] = [0.6600, 0.6500, 0.5151],
        ["SLSN"] = [0.9280, 0.9280, 0.8855],
        ["PISN"] = [0.9420, 0.9400, 0.8917],
        ["TDE"] = [0.8140, 0.8200, 0.7744],
        ["ILOT"] = [0.8660, 0.8800, 0.8235],
        ["KN"] = [0.8140, 0.8040, 0.8712],
        ["M-dwarf Flare"] = [0.8120, 0.8000, 0.8632],
        ["uLens"] = [0.9020, 0.9040, 0.8834],
        ["Dwarf Novae"] = [0.8780, 0.8800, 0.8012],
        ["AGN"] = [1.0000, 1.0000, 0.9721],
        ["Delta Scuti"] = [0.9440, 0.9820, 0.9448],
        ["RR Lyrae"] = [0.9560, 0.9800, 0.9512],
        ["Cepheid"] = [0.9700, 0.9900, 0.9533],
        ["EB"] = [0.9240, 0.9340, 0.9511],
        [Macro] = [0.8225, 0.8249, 0.7724],
    };

    /// <summary>F1 of a class, or the macro average; NaN where table 4.1 has none.</summary>
    public static double F1(string variant, string name) =>
        Variants.IndexOf(variant) is var column and >= 0 && Table.TryGetValue(name, out var row) ? row[column] : double.NaN;

    /// <summary>Milliseconds a light curve of table 4.2 by the key of a <see cref="StudyTime"/>; NaN where it has none.</summary>
    public static double Milliseconds(string key) => key switch
    {
        _ when key == Variants[0] => 0.475,
        _ when key == Variants[1] => 0.829,
        StudyKeys.Forest => 0.202,
        StudyTime.FeatureComputation => 188,
        _ => double.NaN,
    };
}
