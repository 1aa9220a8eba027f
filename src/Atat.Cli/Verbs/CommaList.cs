using System.CommandLine;
using System.Globalization;
using Atat.LightCurves;

namespace Atat.Cli.Verbs;

/// <summary>Options that take several values between commas, and may be repeated.</summary>
internal static class CommaList
{
    /// <summary>Makes an option.</summary>
    public static Option<string[]> Create(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>Makes the option that lists passbands.</summary>
    public static Option<string[]> CreateBands(string otherwise) =>
        Create("--bands", $"Passbands in order, each with its effective wavelength in Å if wished: g=4827,r=6223. Without it, {otherwise}.", "NAME[=Å],...");

    /// <summary>The values of an option; none where it is not given.</summary>
    public static IEnumerable<string> Values(ParseResult arguments, Option<string[]> option) =>
        (arguments.GetValue(option) ?? []).SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries));

    /// <summary>The values of an option of passbands.</summary>
    /// <exception cref="InputException">A wavelength is no number.</exception>
    public static IEnumerable<Passband> Bands(ParseResult arguments, Option<string[]> option) => Values(arguments, option).Select(text =>
    {
        var parts = text.Split('=', 2);
        var wavelength = double.NaN;
        return parts.Length == 1 || double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out wavelength)
            ? new Passband(parts[0], wavelength)
            : throw new InputException($"{option.Name} {text}: '{parts[1]}' is no wavelength; write the name, or name=Å as in g=4827.");
    });
}
