using System.Globalization;
using System.Text;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Reports.Figures;
using Atat.Simulation;
using Atat.Simulation.Light;
using Atat.Simulation.Populations;
using Atat.Simulation.Sources.Supernovae;

namespace Atat.Reports;

/// <summary>A page that shows what the simulator makes: a light curve of every class, and its populations beside published values.</summary>
public static class SimulationGallery
{
    private const int Candidates = 12;

    /// <summary>Writes <c>gallery.md</c> and its figures.</summary>
    /// <param name="folder">Where to; is made where needed.</param>
    /// <param name="seed">Seed of the example objects.</param>
    public static void Write(string folder, long seed)
    {
        var page = new StringBuilder();
        page.AppendLine("# What the simulator makes").AppendLine();
        page.AppendLine("Made by `atat simulate --gallery docs/simulation`.").AppendLine();
        page.AppendLine("## A light curve of every class").AppendLine();
        page.AppendLine("Difference flux against days since the first detection; open symbols are no detections. Of a dozen objects of a class, the one with the median number of detections among those with at least three.").AppendLine();
        foreach (var name in Taxonomies.Elasticc.Classes)
        {
            Add(folder, page, Slug(name), Example(name, seed));
        }

        page.AppendLine().AppendLine("## The survey").AppendLine();
        Add(folder, page, "detection", Detection());
        Add(folder, page, "colour-track", Track());
        AddPopulations(folder, page);
        OutputFile.Write(Path.Combine(folder, "gallery.md"), path => File.WriteAllText(path, page.ToString()));
    }

    private static Figure Example(string name, long seed)
    {
        var catalog = new SimulatedSurvey(seed, ClassRates.Of([new ClassWeight(name, 1)])).Make(0, Candidates);
        var best = Enumerable.Range(0, Candidates)
            .Select(i => (Index: i, Detections: catalog[i].LightCurve.Detected.Count(true)))
            .Where(o => o.Detections >= 3)
            .OrderBy(o => o.Detections)
            .ToArray();
        return LightCurveFigure.Create(catalog[best.Length > 0 ? best[best.Length / 2].Index : 0], catalog.Schema, name, 480, 260);
    }

    private static Figure Detection()
    {
        double[] magnitudes = [.. Enumerable.Range(0, 33).Select(i => 20.5 + (0.15 * i))];
        var curves = LsstPassbands.All.Select((band, i) =>
            (band.Name, PassbandStyle.Of(LsstPassbands.All, i).Colour, magnitudes, magnitudes.Select(m => SurveyPopulation.DetectedShare(i, m)).ToArray()));
        return CurvesFigure.Create(curves, "magnitude (AB)", "share of visits", "Visits that detect a source");
    }

    private static Figure Track()
    {
        double[] redshifts = [.. Enumerable.Range(1, 60).Select(i => 0.02 * i)];
        (string Name, int First, int Second)[] colours = [("g - r", 1, 2), ("r - i", 2, 3), ("i - z", 3, 4)];
        var curves = colours.Select(c =>
            (c.Name, PassbandStyle.Of(LsstPassbands.All, c.First).Colour, redshifts, redshifts.Select(z => TypeIa.ColourAtMaximum(c.First, c.Second, z)).ToArray()));
        return CurvesFigure.Create(curves, "redshift", "colour at maximum (mag)", "Type Ia supernovae");
    }

    private static void AddPopulations(string folder, StringBuilder page)
    {
        var checks = PopulationChecks.All();
        page.AppendLine().AppendLine("## Populations beside published values").AppendLine();
        page.AppendLine("| class | quantity | simulated | published | tolerance | source |").AppendLine("|---|---|---:|---:|---:|---|");
        foreach (var check in checks)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {check.Class} | {check.Quantity}{(check.Unit.Length > 0 ? $" ({check.Unit})" : string.Empty)} | {check.Measured:G4}{(check.Holds ? string.Empty : " ✗")} | {check.Published:G4} | {check.Tolerance:G2} | {check.Source} |");
        }

        page.AppendLine().AppendLine("Dashed: the published value, or slope; shaded: the tolerance.").AppendLine();
        foreach (var check in checks)
        {
            var title = $"{check.Class}: {check.Source}";
            var label = check.Unit.Length > 0 ? $"{check.Quantity} ({check.Unit})" : check.Quantity;
            if (check.Sample.Length > 1)
            {
                Add(folder, page, Slug($"{check.Class} {check.Quantity}"), HistogramFigure.Create(check.Sample, label, title, check.Published, check.Tolerance));
            }
            else if (check.Points.Length > 1)
            {
                Add(folder, page, Slug($"{check.Class} {check.Quantity}"), RelationFigure.Create(check.Points, check.Axes, title, check.Published));
            }
        }
    }

    private static void Add(string folder, StringBuilder page, string name, Figure figure)
    {
        OutputFile.Write(Path.Combine(folder, name + ".png"), path => File.WriteAllBytes(path, figure.ToPng(1)));
        page.AppendLine(CultureInfo.InvariantCulture, $"![{figure.Description}]({name}.png)");
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
