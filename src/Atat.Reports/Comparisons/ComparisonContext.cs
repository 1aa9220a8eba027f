using Atat.LightCurves;

namespace Atat.Reports.Comparisons;

/// <summary>What a comparison's report tells beside what was found.</summary>
/// <param name="Command">The command that made it.</param>
/// <param name="ProgramVersion">Version of the program that made it.</param>
/// <param name="Date">When it was made.</param>
/// <param name="Taxonomy">Gives the branches that confusion matrices divide; null for no lines.</param>
public sealed record ComparisonContext(string Command, string ProgramVersion, DateTimeOffset Date, Taxonomy? Taxonomy);
