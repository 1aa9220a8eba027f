using System.CommandLine;

namespace Atat.Cli.Verbs;

/// <summary><c>atat study</c>: whole comparisons.</summary>
internal static class StudyVerb
{
    /// <summary>Makes the command with one subcommand a study.</summary>
    public static Command Create(Terminal terminal) =>
        new Verb("study", "Make a whole comparison of a chapter of the thesis, on any catalog.")
        {
            StudyChapterFourVerb.Create(terminal),
            StudyFeaturesVerb.Create(terminal),
        };
}
