using System.Collections.Immutable;
using System.CommandLine;

namespace Atat.Cli;

/// <summary>A command with examples for its help page.</summary>
/// <param name="name">Name on the command line.</param>
/// <param name="description">What it does, in one sentence.</param>
/// <param name="examples">Command lines that work.</param>
internal sealed class Verb(string name, string description, params ImmutableArray<string> examples) : Command(name, description)
{
    /// <summary>Command lines that work.</summary>
    public ImmutableArray<string> Examples { get; } = examples;

    /// <summary>Refuses numbers below 1 for some options.</summary>
    public void RequireAtLeastOne(params ImmutableArray<Option<int>> options) => Validators.Add(result =>
    {
        foreach (var option in options)
        {
            if (result.GetResult(option) is { Tokens.Count: > 0 } && result.GetValue(option) < 1)
            {
                result.AddError($"{option.Name} must be at least 1");
            }
        }
    });
}
