using System.CommandLine;

namespace Atat.Cli.Verbs;

/// <summary><c>atat bench</c>: the figures of docs/performance.md.</summary>
internal static class BenchVerb
{
    /// <summary>Makes the command with one subcommand a figure.</summary>
    public static Command Create(Terminal terminal) =>
        new Verb("bench", "Measure how fast this machine is at what Atat does.")
        {
            BenchNetworkVerb.Create(terminal),
            BenchRepresentVerb.Create(terminal),
            BenchSnanaVerb.Create(terminal),
            BenchCatalogVerb.Create(terminal),
            BenchFeaturesVerb.Create(terminal),
            BenchInferenceVerb.Create(terminal),
            BenchParityVerb.Create(terminal),
            BenchForestVerb.Create(terminal),
        };
}
