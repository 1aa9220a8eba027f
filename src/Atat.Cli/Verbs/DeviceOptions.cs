using System.CommandLine;

namespace Atat.Cli.Verbs;

/// <summary>Options of every verb that runs a network.</summary>
internal static class DeviceOptions
{
    /// <summary>Device to run on.</summary>
    public static Option<string> Device { get; } = new("--device") { Description = "Device to run on: cpu, cuda, cuda:1, mps.", DefaultValueFactory = _ => "cpu", HelpName = "DEVICE" };

    /// <summary>Threads of one operation.</summary>
    public static Option<int> Threads { get; } = new("--threads") { Description = "Threads to compute with; 0 for one a processor.", DefaultValueFactory = _ => 0, HelpName = "N" };
}
