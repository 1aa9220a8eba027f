using Atat.Features.Periodograms;
using Atat.Features.SupernovaModel;
using Atat.Features.Tests.SupernovaModel;

namespace Atat.Features.Tests;

/// <summary>The features that depend on no search, beside those of published extractors.</summary>
public sealed class FeatureParityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(FeaturePreset.Composite, "features.csv")]
    [InlineData(FeaturePreset.Thesis, "features_thesis.csv")]
    public void Agree_with_the_reference(FeaturePreset preset, string file)
    {
        var expected = ReferenceFeatures.Values(file);
        var extractor = Surveys.Extractor(preset, published: true);
        var positions = ReferenceFeatures.Cells("objects.csv").ToDictionary(row => row[0], row => (Ra: ReferenceFeatures.Number(row[3]), Dec: ReferenceFeatures.Number(row[4])));
        FeatureFamily[] skipped = [PeriodFeatures.Family, PeriodFeatures.Bands, SupernovaFit.Family, DampedRandomWalk.Family, Harmonics.FamilyOf(preset)];
        var (compared, wrong) = (0, new List<string>());
        foreach (var item in ReferenceObject.ReadAll().Where(item => expected.ContainsKey((item.Id, "Multiband_period", "all"))))
        {
            var values = new double[extractor.Columns.Length];
            var rows = new ObjectRows(item.Time, item.Flux, item.Error, item.Band, item.Detected);
            var (ra, dec) = positions[item.Id];
            extractor.Compute(rows.Observations(), new(ra, dec, item.Redshift, item.Reddening), values, expected[(item.Id, "Multiband_period", "all")]);
            foreach (var (column, value) in extractor.Columns.Zip(values))
            {
                if (skipped.Contains(column.Family) || column.Family.Name == "power rates" || column.Name.StartsWith("IAR", StringComparison.Ordinal))
                {
                    continue;
                }

                var name = column.Band is null ? column.Name : column.Name[..^(column.Band.Length + 1)];
                var wanted = expected[(item.Id, name, column.Band ?? "all")];
                compared++;
                if (!Agree(wanted, value, column, expected[(item.Id, "MHPS_high", column.Band ?? "u")]))
                {
                    wrong.Add($"{item.Id} {column.Name} {wanted:r} {value:r}");
                }
            }
        }

        wrong.ForEach(output.WriteLine);
        Assert.True(compared > 20_000, $"{compared}");
        Assert.True(wrong.Count <= 0.001 * compared, $"{wrong.Count} of {compared}:\n{string.Join('\n', wrong.Take(40))}");
    }

    private static bool Agree(double wanted, double value, FeatureColumn column, double high)
    {
        var mexican = column.Family == MexicanHat.Family;
        if (!double.IsFinite(wanted) || !double.IsFinite(value))
        {
            return double.IsFinite(wanted) == double.IsFinite(value);
        }

        var tolerance = !mexican ? 1e-9 : column.Name.StartsWith("MHPS_low", StringComparison.Ordinal) ? 1e-4 : 1e-3;
        return (mexican && Math.Abs(high) < 1e-5) || Math.Abs(wanted - value) <= tolerance * Math.Max(Math.Abs(wanted), 1e-12) || Math.Abs(wanted - value) < 1e-13;
    }
}
