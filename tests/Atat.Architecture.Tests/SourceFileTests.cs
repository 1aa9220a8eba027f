using System.Text.RegularExpressions;

namespace Atat.Architecture.Tests;

public sealed partial class SourceFileTests
{
    private static readonly string[] Files = [.. SourceProject.All.SelectMany(project => project.Files)];

    [Fact]
    public void EachHoldsOneTypeNamedAfterIt()
    {
        var wrong = from file in Files
                    let name = Path.GetFileName(file).Split('.')[0]
                    let types = TopLevelType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).ToArray()
                    where name != "Program" && !types.SequenceEqual([name])
                    select $"{Relative(file)}: {string.Join(", ", types)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void AreShort()
    {
        var lengths = Files.Select(file => (Lines: File.ReadLines(file).Count(), Name: Relative(file))).Order().ToArray();
        var longest = lengths.Reverse().Take(10).Select(file => $"{file.Lines} {file.Name}");

        Assert.True(
            lengths[(int)(0.95 * (lengths.Length - 1))].Lines <= 300,
            $"More than one file in twenty is longer than 300 lines:\n{string.Join('\n', longest)}");
    }

    [Fact]
    public void OnlyTheCommandLineWritesToTheConsole()
    {
        var wrong = from project in SourceProject.All
                    where project.Name != "Atat.Cli"
                    from file in project.Files
                    from line in File.ReadLines(file)
                    where ConsoleUse().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    select $"{Relative(file)}: {line.Trim()}";

        Assert.Empty(wrong);
    }

    /// <summary>The compiler refuses undocumented public members (CS1591), so it is enough that nobody tells it not to.</summary>
    [Fact]
    public void NoneEscapesDocumentation()
    {
        var projects = Directory.GetFiles(Repository.Path("src"), "*.*proj", SearchOption.AllDirectories);
        var wrong = from file in Files.Concat(projects).Append(Repository.Path("Directory.Build.props"))
                    where Escape().IsMatch(File.ReadAllText(file))
                    select Relative(file);

        Assert.Empty(wrong);
        Assert.Contains("<GenerateDocumentationFile>true<", File.ReadAllText(Repository.Path("Directory.Build.props")), StringComparison.Ordinal);
    }

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);

    // With file-scoped namespaces, what starts in the first column is a top-level declaration.
    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|struct|interface|enum|record(?: class| struct)?|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\b(?:Ansi)?Console\.\w")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"#pragma warning disable[^\r\n]*CS1591|<NoWarn>[^<]*1591|<GenerateDocumentationFile>false")]
    private static partial Regex Escape();
}
