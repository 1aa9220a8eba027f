using System.Collections.Immutable;

namespace Atat.Reports.Figures;

/// <summary>Colours of lines and symbols, safe for the colour-blind (Okabe and Ito 2008), with their counterparts on a dark page.</summary>
internal static class Colours
{
    public const string Accent = "#0072B2";
    public const string Reference = "#8C8C8C";
    public const string Quiet = "#C9CCD1";

    /// <summary>Colours of several things of a kind, in order.</summary>
    public static ImmutableArray<string> Series { get; } = [Accent, "#D55E00", "#009E73", "#CC79A7", "#B8860B", "#56B4E9", "#4B4B9B", "#7A4A1E"];

    /// <summary>What a colour becomes on a dark page, for all that differ.</summary>
    public static ImmutableArray<(string Light, string Dark)> DarkCounterparts { get; } =
    [
        (Accent, "#5CB8F0"),
        ("#D55E00", "#FF8A3D"),
        ("#009E73", "#2FCB9F"),
        ("#CC79A7", "#E7A3C8"),
        ("#B8860B", "#E9B93C"),
        ("#56B4E9", "#A5DAFA"),
        ("#4B4B9B", "#A3A3EE"),
        ("#7A4A1E", "#C99566"),
        (Quiet, "#4A4F57"),
        .. PassbandStyle.Known.Select(band => (band.Colour, band.DarkColour)),
    ];
}
