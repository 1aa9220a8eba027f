using System.CommandLine;

namespace Atat.Cli.Tests;

public sealed class HelpTests
{
    private static readonly RootCommand Root = AtatCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null));

    public static TheoryData<string> Verbs => [.. All(Root).Where(v => v.Subcommands.Count == 0).Select(Path)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_has_a_help_page_with_examples_that_parse(string path)
    {
        var verb = Assert.IsType<Verb>(All(Root).Single(v => Path(v) == path));
        var page = await CommandLine.Succeed([.. path.Split(' '), "--help"]);

        Assert.NotEmpty(verb.Examples);
        Assert.All(verb.Examples, example =>
        {
            Assert.StartsWith($"atat {path}", example, StringComparison.Ordinal);
            Assert.Contains(example, page, StringComparison.Ordinal);
            Assert.Empty(UsageErrors.Of(Root.Parse(example[5..])));
        });
    }

    [Fact]
    public void Every_command_option_and_argument_is_described_in_sentences() =>
        Assert.All(All(Root).SelectMany(v => v.Options.Cast<Symbol>().Concat(v.Arguments).Append(v)).Where(s => s is not (VersionOption or System.CommandLine.Help.HelpOption)), symbol =>
        {
            Assert.False(string.IsNullOrWhiteSpace(symbol.Description), symbol.Name);
            Assert.True(char.IsUpper(symbol.Description![0]) && (symbol.Description[^1] is '.' or ']'), $"{symbol.Name}: {symbol.Description}");
        });

    [Fact]
    public void Options_are_named_in_kebab_case_and_values_in_capitals() =>
        Assert.All(All(Root).SelectMany(v => v.Options).Where(o => o is not (VersionOption or System.CommandLine.Help.HelpOption)), option =>
        {
            Assert.Matches("^--[a-z]+(-[a-z]+)*$", option.Name);
            Assert.True(option.ValueType == typeof(bool) || option.HelpName is { } name && !name.Any(char.IsLower), $"{option.Name} <{option.HelpName}>");
        });

    // Options are shared by all trees of commands of the process: restricting one anew with each tree changes it under another thread's parse.
    [Fact]
    public void Making_the_commands_again_leaves_the_words_of_options_as_they_are()
    {
        var options = All(Root).SelectMany(v => v.Options).ToList();
        var before = options.SelectMany(o => o.CompletionSources).ToList();

        AtatCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null));

        Assert.Equal(before, options.SelectMany(o => o.CompletionSources));
    }

    [Fact]
    public async Task Help_loads_no_native_library_and_the_version_is_a_number()
    {
        Assert.Contains("import", await CommandLine.Succeed("--help"), StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+", await CommandLine.Succeed("--version"));
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Append(command).OrderBy(Path, StringComparer.Ordinal);

    private static string Path(Command command) =>
        command is RootCommand ? string.Empty : $"{Path(command.Parents.OfType<Command>().Single())} {command.Name}".Trim();
}
