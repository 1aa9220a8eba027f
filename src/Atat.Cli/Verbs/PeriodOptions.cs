using System.CommandLine;
using System.CommandLine.Parsing;
using Atat.Features.Periodograms;

namespace Atat.Cli.Verbs;

/// <summary>Options of every verb that searches for periods.</summary>
internal static class PeriodOptions
{
    /// <summary>Shortest period.</summary>
    public static Option<double> Shortest { get; } = new("--shortest") { Description = "Shortest period, days.", DefaultValueFactory = _ => 0.04, HelpName = "DAYS" };

    /// <summary>Longest period.</summary>
    public static Option<double> Longest { get; } = new("--longest") { Description = "Longest period, days.", DefaultValueFactory = _ => 1000, HelpName = "DAYS" };

    /// <summary>Harmonics of the periodogram.</summary>
    public static Option<int> Harmonics { get; } = new("--harmonics") { Description = "Harmonics of the series that the periodogram fits to each band; more cost time, and suit eclipses.", DefaultValueFactory = _ => 1, HelpName = "H" };

    /// <summary>Most harmonics of the comparison of maxima.</summary>
    public static Option<int> MostHarmonics { get; } = new("--most-harmonics") { Description = "The ten highest maxima are compared with up to so many harmonics (Bayesian information criterion), where bands have points enough; no more than --harmonics takes the highest.", DefaultValueFactory = _ => 4, HelpName = "H" };

    /// <summary>Refuses what makes no sense.</summary>
    public static void Validate(CommandResult result)
    {
        if (IsRead(result, Shortest) && IsRead(result, Longest) && !(result.GetValue(Shortest) > 0 && result.GetValue(Longest) > result.GetValue(Shortest) && double.IsFinite(result.GetValue(Longest))))
        {
            result.AddError("--shortest must be above 0, and --longest above --shortest and finite");
        }

        foreach (var option in (Option<int>[])[Harmonics, MostHarmonics])
        {
            if (IsRead(result, option) && result.GetValue(option) is < 1 or > 10)
            {
                result.AddError($"{option.Name} must be from 1 to 10");
            }
        }
    }

    // What cannot be parsed has its own error.
    private static bool IsRead(CommandResult result, Option option) => result.GetResult(option)?.Errors.Any() != true;

    /// <summary>The search that the options tell of.</summary>
    public static PeriodSearchOptions Of(ParseResult arguments) => new()
    {
        ShortestPeriod = arguments.GetValue(Shortest),
        LongestPeriod = arguments.GetValue(Longest),
        Harmonics = arguments.GetValue(Harmonics),
        MostHarmonics = arguments.GetValue(MostHarmonics),
    };
}
