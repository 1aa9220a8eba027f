using System.CommandLine;

namespace Atat.Cli.Verbs;

/// <summary>Options that take one of a few words.</summary>
internal static class Choice
{
    /// <summary>Restricts an option to its words. Done once, where the option is made: options are shared by all trees of commands, and another thread may be parsing with one.</summary>
    public static Option<T> Of<T>(Option<T> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
