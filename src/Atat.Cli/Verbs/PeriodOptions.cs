using System.CommandLine;
using System.CommandLine.Parsing;
using Atat.Features.Periodograms;

namespace Atat.Cli.Verbs;

/// <summary>Options of every verb that searches for periods.</summary>
internal static class PeriodOptions
{
    private const double DefaultShortest = 0.04;
    private const double DefaultLongest = 1000;

    /// <summary>Shortest period.</summary>
    public static Option<double> Shortest { get; } = new("--shortest") { Description = "Shortest period, days.", DefaultValueFactory = _ => DefaultShortest, HelpName = "DAYS" };

    /// <summary>Longest period.</summary>
    public static Option<double> Longest { get; } = new("--longest") { Description = "Longest period, days.", DefaultValueFactory = _ => DefaultLongest, HelpName = "DAYS" };

    /// <summary>Harmonics of the periodogram.</summary>
    public static Option<int> Harmonics { get; } = new("--harmonics") { Description = "Harmonics of the series that the periodogram fits to each band; more cost time, and suit eclipses.", DefaultValueFactory = _ => 1, HelpName = "H" };

    /// <summary>Most harmonics of the comparison of maxima.</summary>
    public static Option<int> MostHarmonics { get; } = new("--most-harmonics") { Description = "The ten highest maxima are compared with up to so many harmonics (Bayesian information criterion), where bands have points enough; no more than --harmonics takes the highest.", DefaultValueFactory = _ => 4, HelpName = "H" };

    /// <summary>Refuses what makes no sense.</summary>
    public static void Validate(CommandResult result)
    {
        var (shortest, longest) = (Given(result, Shortest, DefaultShortest), Given(result, Longest, DefaultLongest));
        if (!(shortest > 0 && longest > shortest && double.IsFinite(longest)))
        {
            result.AddError("--shortest must be above 0, and --longest above --shortest and finite");
        }

        foreach (var option in (Option<int>[])[Harmonics, MostHarmonics])
        {
            if (Given(result, option, 1) is < 1 or > 10)
            {
                result.AddError($"{option.Name} must be from 1 to 10");
            }
        }
    }

    // The default where the option is not given, and where it cannot be read, which has its own error.
    private static T Given<T>(CommandResult result, Option<T> option, T otherwise) =>
        result.GetResult(option) is { Implicit: false } given && !given.Errors.Any() ? given.GetValueOrDefault<T>() : otherwise;

    /// <summary>The search that the options tell of.</summary>
    public static PeriodSearchOptions Of(ParseResult arguments) => new()
    {
        ShortestPeriod = arguments.GetValue(Shortest),
        LongestPeriod = arguments.GetValue(Longest),
        Harmonics = arguments.GetValue(Harmonics),
        MostHarmonics = arguments.GetValue(MostHarmonics),
    };
}
