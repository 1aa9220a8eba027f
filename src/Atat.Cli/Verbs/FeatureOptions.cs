using System.CommandLine;

namespace Atat.Cli.Verbs;

/// <summary>Options of verbs that use a model which may read features.</summary>
internal static class FeatureOptions
{
    /// <summary>Table of features to read.</summary>
    public static Option<string?> Features { get; } = new("--features") { Description = "Features of the catalog's objects, for a run that reads them; without it they are computed.", HelpName = "FILE" };
}
