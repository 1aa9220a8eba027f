using System.CommandLine;

namespace Atat.Cli.Verbs;

/// <summary><c>atat import</c>: survey files to a catalog.</summary>
internal static class ImportVerb
{
    /// <summary>Makes the command with one subcommand a format.</summary>
    public static Command Create(Terminal terminal) =>
        new Verb("import", "Turn survey files into a catalog.")
        {
            ImportCsvVerb.Create(terminal),
            ImportSnanaVerb.Create(terminal),
            ImportPlasticcVerb.Create(terminal),
        };
}
