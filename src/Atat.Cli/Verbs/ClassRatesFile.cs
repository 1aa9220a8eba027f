using Atat.Formats.Csv;
using Atat.Simulation;

namespace Atat.Cli.Verbs;

/// <summary>Rates of classes as the command line names them.</summary>
internal static class ClassRatesFile
{
    /// <summary>The rates of a name, or of a file.</summary>
    public static ClassRates Parse(string text) => text switch
    {
        "balanced" => ClassRates.Balanced,
        "skewed" => ClassRates.Skewed,
        _ => ClassRates.Of(CsvWeights.Read(text).Select(row => new ClassWeight(row.Class, row.Weight))),
    };
}
