using System.CommandLine;
using System.Globalization;

namespace Atat.Cli.Verbs;

/// <summary>Options of every verb that computes much.</summary>
internal static class DeviceOptions
{
    /// <summary>Device to run on.</summary>
    public static Option<string> Device { get; } = new("--device") { Description = "Device to run on: cpu, cuda, cuda:1, mps.", DefaultValueFactory = _ => "cpu", HelpName = "DEVICE" };

    /// <summary>Threads of one operation.</summary>
    public static Option<int> Threads { get; } = MakeThreads();

    private static Option<int> MakeThreads()
    {
        var option = new Option<int>("--threads") { Description = "Threads to compute with; 0 for one a processor.", DefaultValueFactory = _ => 0, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var threads) && threads < 0)
            {
                result.AddError("--threads must not be negative");
            }
        });
        return option;
    }
}
