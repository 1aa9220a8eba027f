using Atat.Features.SupernovaModel;

namespace Atat.Features.Tests.SupernovaModel;

public sealed class SupernovaObjectiveTests
{
    [Fact]
    public void Has_the_reference_values_and_gradients()
    {
        var objects = ReferenceObject.ReadAll().ToDictionary(item => item.Id);
        foreach (var point in ReferenceFeatures.Cells("spm_vectors.csv").GroupBy(row => (row[0], row[1])))
        {
            var item = objects[point.Key.Item1];
            var scratch = new Scratch();
            var observations = item.Prepare(FeaturePreset.Composite)!;
            var options = item.Options(FeaturePreset.Composite, published: true);
            var data = PackedBands.Pack(observations, options, scratch, new int[13]);
            var objective = new SupernovaObjective(data, published: true, scratch);

            var rows = point.GroupBy(row => row[2]).OrderBy(band => ReferenceObject.Bands.IndexOf(band.Key)).SelectMany(band => band).ToArray();
            var x = rows.Select(row => ReferenceFeatures.Number(row[6])).ToArray();
            var stride = PositiveSystem.Stride(x.Length);
            var gradient = new double[stride];
            var curvature = new double[stride * x.Length];
            var loss = objective.Evaluate(x, gradient, curvature);

            var expected = ReferenceFeatures.Number(rows[0][7]);
            Assert.True(Math.Abs(loss - expected) <= 1e-9 * expected, $"{point.Key}: {loss} {expected}");
            for (var i = 0; i < x.Length; i++)
            {
                var wanted = ReferenceFeatures.Number(rows[i][8]);
                // At a minimum the gradient is what rounding leaves of terms as large as this.
                var terms = Math.Sqrt(curvature[(i * stride) + i] * loss);
                Assert.True(
                    Math.Abs(gradient[i] - wanted) <= (1e-9 * Math.Abs(wanted)) + (1e-12 * terms),
                    $"{point.Key} {rows[i][2]} {rows[i][3]}: {gradient[i]} {wanted}");
            }

            if (point.Key.Item2 == "initial")
            {
                var (start, lower, upper) = (new double[x.Length], new double[x.Length], new double[x.Length]);
                SupernovaStart.Set(data, observations, options, start, lower, upper);
                for (var i = 0; i < x.Length; i++)
                {
                    Assert.Equal(x[i], start[i], 1e-12 * Math.Abs(x[i]));
                    Assert.Equal(ReferenceFeatures.Number(rows[i][4]), lower[i], 1e-12 * Math.Abs(lower[i]));
                    Assert.Equal(ReferenceFeatures.Number(rows[i][5]), upper[i], 1e-12 * Math.Abs(upper[i]));
                }
            }
        }
    }
}
