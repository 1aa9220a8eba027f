using Atat.Features.SupernovaModel;

namespace Atat.Features.Tests.SupernovaModel;

public sealed class SupernovaChiTests
{
    /// <summary>Parameters depend on the optimiser, but chi follows from parameters.</summary>
    [Fact]
    public void Follows_from_the_reference_parameters()
    {
        string[] names = ["SPM_A", "SPM_t0", "SPM_gamma", "SPM_beta", "SPM_tau_rise", "SPM_tau_fall"];
        var features = ReferenceFeatures.Cells("features.csv").Where(row => row[1].StartsWith("SPM_", StringComparison.Ordinal))
            .ToDictionary(row => (row[0], row[1], row[2]), row => ReferenceFeatures.Number(row[3]));
        var errors = new List<double>();
        foreach (var item in ReferenceObject.ReadAll().Where(item => item.Prepare(FeaturePreset.Composite) is not null))
        {
            var observations = item.Prepare(FeaturePreset.Composite)!;
            var data = PackedBands.Pack(observations, item.Options(FeaturePreset.Composite, published: true), new Scratch(), new int[13]);
            for (var index = 0; index < data.Count; index++)
            {
                var band = ReferenceObject.Bands[data.Bands[index]];
                double[] parameters = [.. names.Select(name => features[(item.Id, name, band)])];
                var expected = features[(item.Id, "SPM_chi", band)];
                var chi = SupernovaFit.Chi(data, index, data.Length(observations, index), parameters, 0.001);
                Assert.Equal(double.IsNaN(expected), double.IsNaN(chi));
                if (!double.IsNaN(expected))
                {
                    errors.Add(Math.Abs((chi / expected) - 1));
                }
            }
        }

        // The reference evaluates the model in single precision.
        Assert.InRange(errors.Count, 300, 750);
        errors.Sort();
        Assert.InRange(errors[errors.Count / 2], 0, 1e-6);
        Assert.InRange(errors[errors.Count * 95 / 100], 0, 1e-3);
    }
}
