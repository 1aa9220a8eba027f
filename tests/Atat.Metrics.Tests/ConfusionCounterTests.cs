namespace Atat.Metrics.Tests;

public sealed class ConfusionCounterTests
{
    private const int Classes = 4, Objects = 12;

    [Fact]
    public void A_resample_is_scored_as_the_matrix_of_its_rows()
    {
        var rows = Gen.Select(Gen.Int[0, Objects - 1], Gen.Int[0, Classes - 1], Gen.Int[0, Classes - 1]).Array[0, 30];
        Gen.Select(rows, Gen.Int[0, 3].Array[Objects]).Sample((predictions, drawn) =>
        {
            int[] objects = [.. predictions.Select(p => p.Item1)], truth = [.. predictions.Select(p => p.Item2)], predicted = [.. predictions.Select(p => p.Item3)];
            var counter = new ConfusionCounter(objects, truth, predicted, Classes);
            counter.Count(Enumerable.Repeat(7, Objects).ToArray());
            counter.Count(drawn);
            int[] repeated = [.. Enumerable.Range(0, objects.Length).SelectMany(i => Enumerable.Repeat(i, drawn[objects[i]]))];
            var expected = ConfusionMatrix.FromLabels(Array.ConvertAll(repeated, i => truth[i]), Array.ConvertAll(repeated, i => predicted[i]), Classes);

            Assert.Equal(expected.Accuracy, counter.Accuracy);
            Assert.Equal(expected.PerClass, Enumerable.Range(0, Classes).Select(k => counter[k]));
            Assert.Equal(expected.Macro.F1, counter.Macro.F1, 1e-12);
        });
    }

    [Fact]
    public void Lengths_must_fit() => Assert.Throws<ArgumentException>(() => new ConfusionCounter([0], [0, 1], [0], 2));
}
