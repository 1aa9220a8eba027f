using System.Collections.Immutable;
using System.Globalization;
using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Reports.Tests;

/// <summary>Catalogs and predictions that look like a survey's: classes confused with their neighbours, better with time.</summary>
internal static class Synthetic
{
    public static readonly double[] Days = [.. Enumerable.Range(0, 12).Select(i => Math.Pow(2, i))];

    private static readonly ImmutableArray<Passband> Bands =
        [new("u", 3671), new("g", 4827), new("r", 6223), new("i", 7546), new("z", 8691), new("Y", 9712)];

    public static Taxonomy Three { get; } = new([new("Ia", "SN Ia", Branch.Transient), new("II", "SN <II> & \"co\"", Branch.Transient), new("RRL", "RR Lyrae", Branch.Periodic)]);

    /// <summary>A catalog with so many objects of each class, in the order of the classes.</summary>
    public static Catalog Catalog(Taxonomy taxonomy, Func<int, int> objectsOfClass, int seed = 1)
    {
        var random = new Random(seed);
        var schema = new CatalogSchema("synthetic", Bands, BrightnessUnit.Flux, 27.5, [], taxonomy);
        var builder = new CatalogBuilder(schema);
        for (var k = 0; k < taxonomy.Classes.Length; k++)
        {
            var label = taxonomy.Entries.First(e => e.Class == taxonomy.Classes[k]).Label;
            for (var i = 0; i < objectsOfClass(k); i++)
            {
                Add(builder, string.Create(CultureInfo.InvariantCulture, $"{label}-{i:D4}"), label, taxonomy.BranchOf(k), random);
            }
        }

        return builder.Build();
    }

    /// <summary>Predictions of all objects at <see cref="Days"/>; the later the day, the more often right.</summary>
    public static PredictionTable Predictions(Catalog catalog, int seed = 1, double skill = 1)
    {
        var random = new Random(seed);
        var taxonomy = catalog.Schema.Taxonomy;
        var classCount = taxonomy.Classes.Length;
        var classes = Array.ConvertAll(catalog.Labels.ToArray(), label => taxonomy.ClassOf(label!));
        var difficulty = Array.ConvertAll(classes, _ => Normal(random));
        var neighbour = Array.ConvertAll(classes, k => Math.Clamp(k + (random.NextDouble() < 0.5 ? -1 : 1), 0, classCount - 1));
        List<string> ids = [];
        List<double> days = [];
        List<string?> labels = [];
        List<float> probabilities = [];
        foreach (var day in Days)
        {
            for (var i = 0; i < catalog.Count; i++)
            {
                ids.Add(catalog.Ids[i]);
                days.Add(day);
                labels.Add(taxonomy.Classes[classes[i]]);
                var truthLogit = skill * (1.2 + (0.35 * Math.Log2(day))) - (1.5 * difficulty[i]) - (0.5 * (classes[i] % 3));
                double[] z = [.. Enumerable.Range(0, classCount).Select(k => (0.6 * Normal(random)) + (k == classes[i] ? truthLogit : 0) + (k == neighbour[i] ? 1.5 : 0))];
                var sum = z.Sum(Math.Exp);
                probabilities.AddRange(z.Select(x => (float)(Math.Exp(x) / sum)));
            }
        }

        return new PredictionTable(taxonomy.Classes, [.. ids], [.. days], [.. labels], [.. probabilities]);
    }

    public static ImmutableArray<TrainingPoint> Training(int points) =>
        [.. Enumerable.Range(1, points).Select(i => new TrainingPoint(2000L * i, 2.5 * Math.Exp(-0.08 * i) + 0.4, 2.4 * Math.Exp(-0.07 * i) + 0.55 + (0.004 * i), 0.82 - (0.6 * Math.Exp(-0.1 * i))))];

    private static void Add(CatalogBuilder builder, string id, string label, Branch? branch, Random random)
    {
        var count = 60 + random.Next(120);
        var mjd = Enumerable.Range(0, count).Select(_ => 60000 + (random.NextDouble() * (branch == Branch.Transient ? 150 : 700))).Order().ToArray();
        var band = Array.ConvertAll(mjd, _ => (byte)random.Next(6));
        var (peak, width, period) = (60045 + (20 * random.NextDouble()), 10 + (25 * random.NextDouble()), 0.3 + random.NextDouble());
        var brightness = 60 * Math.Exp(0.8 * Normal(random));
        var flux = new float[count];
        var error = new float[count];
        for (var i = 0; i < count; i++)
        {
            var shape = branch switch
            {
                Branch.Transient => mjd[i] < peak ? Math.Exp(-Math.Pow((mjd[i] - peak) / (0.5 * width), 2)) : Math.Exp(-(mjd[i] - peak) / width),
                Branch.Periodic => Math.Sin(2 * Math.PI * mjd[i] / period) * (band[i] == 0 ? 0.4 : 1),
                _ => 0.5 + (0.4 * Math.Sin(mjd[i] / 60) * Math.Cos(mjd[i] / 23)),
            };
            error[i] = (float)(3 * (1 + (0.5 * random.NextDouble())) * (band[i] == 5 ? 3 : 1));
            flux[i] = (float)((brightness * shape * (0.6 + (0.15 * band[i]))) + (error[i] * Normal(random)));
        }

        var detected = flux.Zip(error, (f, e) => Math.Abs(f) >= 3 * e).ToArray();
        builder.Add(new ObjectRow(id, label), [], new LightCurve(mjd, flux, error, band, detected, new bool[count]));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
