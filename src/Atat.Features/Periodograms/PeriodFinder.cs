using Atat.LightCurves;

namespace Atat.Features.Periodograms;

/// <summary>Searches the objects of a survey for periods, one after the other; one for each thread.</summary>
/// <param name="schema">The survey's schema.</param>
/// <param name="options">How to search.</param>
public sealed class PeriodFinder(CatalogSchema schema, PeriodSearchOptions options)
{
    private readonly ObservationBuffer buffer = new(schema);
    private readonly BandedObservations observations = new(schema.Passbands.Length);
    private int[] rows = [];

    /// <summary>The periodogram of the last object; valid until the next search.</summary>
    public MultibandPeriodogram Periodogram { get; } = new(schema.Passbands.Length);

    /// <summary>Searches an object's whole light curve, saturated observations left out.</summary>
    /// <exception cref="InputException">The options ask for more frequencies than can be searched.</exception>
    public FoundPeriod Search(AstroObject item)
    {
        buffer.FillWhole(item.LightCurve);
        var brightness = buffer.Brightness;
        if (rows.Length < brightness.Length)
        {
            rows = [.. Enumerable.Range(0, 2 * brightness.Length)];
        }

        observations.Fill(brightness, rows.AsSpan(0, brightness.Length));
        Periodogram.Search(observations, options);
        return new FoundPeriod(Periodogram.Period, Periodogram.PeriodPower, brightness.Length);
    }
}
