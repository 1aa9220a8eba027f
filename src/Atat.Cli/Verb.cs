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
}
