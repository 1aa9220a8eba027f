using Atat.LightCurves;
using Atat.Reports.Documents;

namespace Atat.Reports.Representation;

/// <summary>
/// Writes the folder of a representation study (thesis chapter 3): <c>report.html</c> for people, <c>chapter3.md</c> with its figures in
/// <c>figures/chapter3/</c> (SVG and PNG) for documentation, <c>summary.json</c> for programs, and runs, rows and findings as CSV.
/// </summary>
public static class RepresentationReport
{
    private const string Figures = "figures/chapter3";

    /// <summary>Puts the runs in the thesis's tables, tries its findings, and writes all files; each replaces an older one whole.</summary>
    /// <param name="folder">The folder; made where needed.</param>
    /// <param name="runs">The runs that there are, in any order; those of no table stand in <c>runs.csv</c> alone.</param>
    /// <param name="examples">Reconstructed test series; a figure for every data set and network.</param>
    /// <param name="maps">Maps of embeddings, each under a name of its own.</param>
    /// <param name="context">What else the report tells.</param>
    /// <exception cref="InputException">A network and loss has a repetition twice.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<RepresentationRun> runs, IReadOnlyList<ReconstructionExample> examples, IReadOnlyList<NamedFigure> maps, RepresentationContext context)
    {
        var summary = RepresentationSummary.Of(runs, context);
        DocumentFolder.Write(folder, [.. RepresentationCsv.Of(summary), ("summary.json", RepresentationJson.Write(summary, context))]);
        DocumentFolder.Write(folder, RepresentationDocument.Of(summary, examples, maps, context), "chapter3.md", Figures);
    }
}
