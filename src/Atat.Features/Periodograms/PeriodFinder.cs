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

    /// <summary>Searches an object's whole light curve.</summary>
    public FoundPeriod Search(AstroObject item)
    {
        buffer.Fill(item.LightCurve, Window.WholeLightCurve);
        var brightness = buffer.Brightness;
        for (var i = rows.Length; i < brightness.Length; i++)
        {
            Array.Resize(ref rows, Math.Max(256, brightness.Length * 2));
            for (; i < rows.Length; i++)
            {
                rows[i] = i;
            }
        }

        observations.Fill(brightness, rows.AsSpan(0, brightness.Length));
        Periodogram.Search(observations, options);
        var highest = Periodogram.Found ? Periodogram.Power[Periodogram.Grid.Nearest(1 / Periodogram.Period)] : double.NaN;
        return new FoundPeriod(Periodogram.Period, highest, brightness.Length);
    }
}
