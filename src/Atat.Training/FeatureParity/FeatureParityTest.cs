using System.Collections.Immutable;
using Atat.Features;

namespace Atat.Training.FeatureParity;

/// <summary>Compares features with those that published extractors give for the same light curves, family by family.</summary>
public static class FeatureParityTest
{
    /// <summary>Compares both sets with the published values, as published; and in double precision.</summary>
    /// <param name="reference">Light curves and values.</param>
    /// <returns>A row a family and rule.</returns>
    public static ImmutableArray<ParityRow> Run(ReferenceFeatures reference) =>
    [
        .. Compare(reference, "thesis, as published", new FeatureSettings { Preset = FeaturePreset.Thesis, Published = true }, reference.Published(FeaturePreset.Thesis)),
        .. Compare(reference, "composite, as published", new FeatureSettings { Preset = FeaturePreset.Composite, Published = true }, reference.Published(FeaturePreset.Composite)),
        .. Compare(reference, "composite, double", new FeatureSettings { Preset = FeaturePreset.Composite }, reference.InDouble()),
        .. Compare(reference, "thesis, double", new FeatureSettings { Preset = FeaturePreset.Thesis }, reference.Published(FeaturePreset.Thesis)),
    ];

    private static ImmutableArray<ParityRow> Compare(ReferenceFeatures reference, string set, FeatureSettings settings, Dictionary<(string Id, string Column), double> expected)
    {
        var extractor = new FeatureExtractor(ReferenceFeatures.Schema, settings);
        var losses = reference.Losses(settings.Preset);
        var rules = new ParityRules(settings);
        var searched = new double[extractor.Columns.Length];
        var folded = new double[extractor.Columns.Length];
        foreach (var item in reference.Objects)
        {
            // The folded families are compared at the reference's own period.
            var period = expected.GetValueOrDefault((item.Id, "Multiband_period"), double.NaN);
            extractor.Compute(item.Observations, item.Information, searched);
            if (losses.TryGetValue(item.Id, out var reached))
            {
                rules.AddLoss(item.Id, reached, extractor.SupernovaLoss);
            }

            extractor.Compute(item.Observations, item.Information, folded, period);
            double[] conditions = [.. Enumerable.Range(0, extractor.Schema.Passbands.Length).Select(band => HarmonicCondition.Of(item, band, period, settings.Preset))];
            for (var i = 0; i < searched.Length; i++)
            {
                var column = extractor.Columns[i];
                if (expected.TryGetValue((item.Id, column.Name), out var value))
                {
                    var given = column.Family.Name is "Folded-Kim" or "harmonics";
                    var condition = column.Band is null ? double.NaN : conditions[extractor.Schema.BandIndex(column.Band)];
                    rules.Add($"{item.Id} {column.Name}", column, value, given ? folded[i] : searched[i], new ParityContext(expected, item.Id, column.Band, condition));
                }
            }
        }

        return rules.Rows(set);
    }
}
