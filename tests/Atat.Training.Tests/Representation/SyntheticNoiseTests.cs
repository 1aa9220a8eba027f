using Atat.Training.Representation.Data;

namespace Atat.Training.Tests.Representation;

/// <summary>What the best classifier of Syn-C could reach: the ratio of both classes' likelihoods, averaged over frequencies and phases as they are drawn.</summary>
public sealed class SyntheticNoiseTests
{
    private const int Frequencies = 161;
    private const int Phases = 24;

    [Theory]
    [InlineData(5, 0.92, 0.98)] // below the 99.4 to 99.9 % of table 3.3
    [InlineData(1, 0.99, 1)]
    public void The_noise_bounds_what_a_classifier_of_syn_c_can_reach(double variance, double lowest, double highest)
    {
        var set = SyntheticSeries.Make(SyntheticDataset.C, 150, 11, variance);
        var right = new int[set.Count];
        Parallel.For(0, set.Count, i =>
        {
            var (times, values) = (set.Times[set.Offsets[i]..set.Offsets[i + 1]], set.Values[set.Offsets[i]..set.Offsets[i + 1]]);
            var sine = LogLikelihood(times, values, variance, 2 * Math.PI, Math.Sin);
            var saw = LogLikelihood(times, values, variance, 1, x => (2 * (x - Math.Floor(x))) - 1);
            right[i] = (saw > sine ? 1 : 0) == set.Labels[i] ? 1 : 0;
        });
        Assert.InRange((double)right.Sum() / set.Count, lowest, highest);
    }

    [Theory]
    [InlineData(SyntheticDataset.A)]
    [InlineData(SyntheticDataset.B)]
    [InlineData(SyntheticDataset.C)]
    public void The_variance_of_the_noise_matters_where_a_data_set_has_noise(SyntheticDataset dataset) =>
        Assert.NotEqual(SyntheticSeries.HasNoise(dataset), SyntheticSeries.Make(dataset, 2, 11, 5).Values.SequenceEqual(SyntheticSeries.Make(dataset, 2, 11, 2).Values));

    // Up to what both classes share.
    private static double LogLikelihood(float[] times, float[] values, double variance, double period, Func<double, double> shape)
    {
        var terms = new double[Frequencies * Phases];
        for (var k = 0; k < terms.Length; k++)
        {
            var frequency = 1.4 + (1.6 * (k / Phases) / (Frequencies - 1));
            var phase = period * (k % Phases) / Phases;
            for (var j = 0; j < times.Length; j++)
            {
                var residual = values[j] - shape((2 * Math.PI * frequency * times[j]) + phase);
                terms[k] -= residual * residual / (2 * variance);
            }
        }

        var most = terms.Max();
        return most + Math.Log(terms.Sum(term => Math.Exp(term - most)));
    }
}
