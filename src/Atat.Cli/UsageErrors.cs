using System.CommandLine;
using System.CommandLine.Parsing;
using Atat.Formats.Files;

namespace Atat.Cli;

/// <summary>Says in one line each what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>The errors of a command line; empty where it can be run.</summary>
    public static IReadOnlyList<string> Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var unknown = UnknownOptions(result).ToList();
        if (unknown.Count > 0)
        {
            return [.. unknown.Select(option => $"unknown option '{option}'{Hint(option, OptionNames(command, result.RootCommandResult.Command))}")];
        }

        if (result.UnmatchedTokens is [var word, ..])
        {
            return command.Subcommands.Count > 0
                ? [$"unknown command '{word}'{Hint(word, command.Subcommands.Select(c => c.Name))}"]
                : [$"'{word}' is one argument too many"];
        }

        return command.Subcommands.Count > 0 && command.Action is null && result.Errors.Count > 0
            ? [$"which one? {string.Join(", ", command.Subcommands.Select(c => c.Name))}"]
            : [.. result.Errors.Select(Plain).Distinct(StringComparer.Ordinal)];
    }

    // The parser's words, but for the names of types.
    private static string Plain(ParseError error)
    {
        var message = error.Message.TrimEnd('.');
        const string Expected = " as expected type ";
        var at = message.IndexOf(Expected, StringComparison.Ordinal);
        return at < 0 ? message
            : $"{message[..at].Replace("Cannot parse argument", "cannot read", StringComparison.Ordinal)} as {(message.Contains("Int", StringComparison.Ordinal) ? "a whole number" : "a number")}";
    }

    // The parser takes an unknown --option for an argument where one is still open, so the tokens are looked at instead.
    private static IEnumerable<string> UnknownOptions(ParseResult result) =>
        result.Tokens
            .TakeWhile(t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument && t.Value.Length > 2 && t.Value.StartsWith("--", StringComparison.Ordinal))
            .Select(t => t.Value.Split('=', ':')[0])
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> OptionNames(Command command, Command root) =>
        command.Options.Concat(root.Options.Where(o => o.Recursive)).Select(o => o.Name);

    private static string Hint(string word, IEnumerable<string> candidates) =>
        NearestName.Of(word, candidates) is { } near ? $"; did you mean '{near}'?" : string.Empty;
}
