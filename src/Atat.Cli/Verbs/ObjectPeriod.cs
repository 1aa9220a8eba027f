using System.Globalization;
using Atat.Features.Periodograms;
using Atat.LightCurves;
using Spectre.Console;

namespace Atat.Cli.Verbs;

/// <summary>The period of one object, beside the other maxima of its periodogram.</summary>
internal static class ObjectPeriod
{
    private const int Shown = 10;

    /// <summary>Prints it.</summary>
    public static void Print(Terminal terminal, string id, FoundPeriod found, MultibandPeriodogram periodogram, CatalogSchema schema, bool json)
    {
        var maxima = periodogram.Found ? periodogram.Maxima(Shown) : [];
        var bands = schema.Passbands.Select((band, i) => new { Band = band.Name, Period = periodogram.BandPeriod(i) }).Where(b => double.IsFinite(b.Period)).ToArray();
        if (json)
        {
            terminal.PrintJson(new { ObjectId = id, found.Period, found.Power, found.Points, Bands = bands, Maxima = maxima.Select(m => new { Period = 1 / m.Frequency, m.Power }) });
            return;
        }

        terminal.Print(double.IsNaN(found.Period)
            ? string.Create(CultureInfo.InvariantCulture, $"{id}: no period; {found.Points} observations, and {(periodogram.Grid.Count == 0 ? "no band with enough of them" : "no maximum in the periodogram")}")
            : string.Create(CultureInfo.InvariantCulture, $"{id}: period {found.Period:G8} days of {found.Points} observations; by band {string.Join(", ", bands.Select(b => $"{b.Band} {b.Period.ToString("G6", CultureInfo.InvariantCulture)}"))}"));
        var table = Tables.Create("Maximum", "period (days)", "frequency (1/day)", "power");
        for (var i = 0; i < maxima.Count; i++)
        {
            var isChosen = (1 / maxima[i].Frequency).Equals(found.Period);
            table.AddRow([(i + 1).ToString(CultureInfo.InvariantCulture) + (isChosen ? " chosen" : string.Empty), .. Tables.Cells("G8", 1 / maxima[i].Frequency, maxima[i].Frequency), .. Tables.Cells("G5", maxima[i].Power)]);
        }

        if (maxima.Count > 0)
        {
            terminal.Print(table);
        }
    }
}
