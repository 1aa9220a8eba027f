using Atat.LightCurves;
using Atat.Reports.Documents;

namespace Atat.Reports.Studies;

/// <summary>
/// Writes the folder of a study of chapter 4: <c>report.html</c> for people, <c>chapter4.md</c> with its figures in <c>figures/chapter4/</c>
/// (SVG and PNG) for documentation, <c>summary.json</c> for programs, and tables as CSV.
/// </summary>
public static class ChapterFourReport
{
    private const string Figures = "figures/chapter4";

    /// <summary>Scores the runs, tests what the thesis says, and writes all files; each replaces an older one whole.</summary>
    /// <param name="folder">The folder; made where needed.</param>
    /// <param name="variants">The variants of the study, whether they have runs or not.</param>
    /// <param name="runs">The runs that there are, in any order.</param>
    /// <param name="times">Times of table 4.2.</param>
    /// <param name="context">What else the report tells.</param>
    /// <exception cref="InputException">The runs do not fit each other; see <see cref="ChapterFour.Summarise"/>.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<StudyVariant> variants, IReadOnlyList<StudyRun> runs, StudyTimes times, StudyContext context) =>
        Write(folder, ChapterFour.Summarise(variants, runs, context), times, context);

    /// <summary>Writes what was found.</summary>
    /// <param name="folder">The folder; made where needed.</param>
    /// <param name="summary">What was found.</param>
    /// <param name="times">Times of table 4.2.</param>
    /// <param name="context">What else the report tells.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, ChapterFourSummary summary, StudyTimes times, StudyContext context)
    {
        DocumentFolder.Write(folder, [.. StudyCsv.Of(summary, times, context), ("summary.json", StudyJson.Write(summary, times, context))]);
        DocumentFolder.Write(folder, ChapterFourDocument.Of(summary, times, context), "chapter4.md", Figures);
    }
}
