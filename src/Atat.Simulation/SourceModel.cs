using Atat.LightCurves;

namespace Atat.Simulation;

/// <summary>A kind of source that a survey can draw from.</summary>
/// <param name="Label">Fine label, one of ELAsTiCC's models.</param>
/// <param name="Host">Where such sources live.</param>
/// <param name="Share">Share among the models of its class.</param>
/// <param name="Draw">
/// Draws one that is active within the timeline; null where this draw is fainter than <see cref="Faintest"/> at its best and the survey
/// need not look at it.
/// </param>
public sealed record SourceModel(string Label, HostPopulation Host, double Share, Func<Timeline, Random, ISource?> Draw)
{
    /// <summary>No visit detects a source that stays fainter than this in every passband (AB magnitude).</summary>
    public const double Faintest = 25.2;

    /// <summary>Whether a source at a redshift stays fainter than that, judged by a bound of its absolute magnitude.</summary>
    internal static bool IsTooFar(double redshift, double brightest) => Cosmology.Standard.DistanceModulus(redshift) + brightest > Faintest;
}
