using System.Collections.Immutable;
using Atat.LightCurves;
using ScottPlot;

namespace Atat.Reports.Figures;

/// <summary>
/// How a passband is drawn, everywhere the same: Rubin Observatory's colour-blind-safe colours and symbols for u g r i z y
/// (technical note RTN-045), so that shape tells where colour does not.
/// </summary>
/// <param name="Colour">On a light page, <c>#RRGGBB</c>.</param>
/// <param name="DarkColour">On a dark page, <c>#RRGGBB</c>.</param>
/// <param name="Detection">Symbol of a detection.</param>
/// <param name="NonDetection">Symbol of forced photometry that is no detection: the same, open.</param>
public sealed record PassbandStyle(string Colour, string DarkColour, MarkerShape Detection, MarkerShape NonDetection)
{
    private const string Letters = "UGRIZY";

    /// <summary>Styles of u, g, r, i, z, y, then of two more bands.</summary>
    internal static ImmutableArray<PassbandStyle> Known { get; } =
    [
        new("#1600EA", "#3EB7FF", MarkerShape.FilledCircle, MarkerShape.OpenCircle),
        new("#31DE1F", "#30C39F", MarkerShape.FilledTriangleUp, MarkerShape.OpenTriangleUp),
        new("#B52626", "#FF7E00", MarkerShape.FilledTriangleDown, MarkerShape.OpenTriangleDown),
        new("#370201", "#2AF5FF", MarkerShape.FilledSquare, MarkerShape.OpenSquare),
        new("#BA52FF", "#A7F9C1", MarkerShape.FilledDiamond, MarkerShape.OpenDiamond),
        new("#61A2B3", "#FDC900", MarkerShape.FilledCircle, MarkerShape.OpenCircle),
        new("#8C6D31", "#D9B86A", MarkerShape.FilledSquare, MarkerShape.OpenSquare),
        new("#7F7F7F", "#BFBFBF", MarkerShape.FilledTriangleUp, MarkerShape.OpenTriangleUp),
    ];

    /// <summary>
    /// The style of a survey's passband: by the letter its name ends in (<c>g</c>, <c>ztfg</c>, <c>Y</c>), where all the survey's passbands end in
    /// different letters of ugrizy; otherwise by the passband's place.
    /// </summary>
    /// <param name="passbands">The survey's passbands.</param>
    /// <param name="band">Index of the passband.</param>
    public static PassbandStyle Of(ImmutableArray<Passband> passbands, int band)
    {
        var places = passbands.Select(p => p.Name.Length == 0 ? -1 : Letters.IndexOf(char.ToUpperInvariant(p.Name[^1]), StringComparison.Ordinal)).ToArray();
        var byLetter = places.All(place => place >= 0) && places.Distinct().Count() == places.Length;
        return Known[(byLetter ? places[band] : band) % Known.Length];
    }
}
