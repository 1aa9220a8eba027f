using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Reports.Tests;

public sealed class EvaluationTests
{
    private static readonly EvaluationOptions Quick = new() { Resamples = 20 };

    [Fact]
    public void Small_table_by_hand()
    {
        var summary = Evaluation.Summarise(Table(
            ("a", 8, "x", 0.9f), ("b", 8, "x", 0.4f), ("c", 8, "y", 0.2f),
            ("a", 2048, "x", 0.8f), ("b", 2048, "x", 0.7f), ("c", 2048, "y", 0.6f)), Quick);

        Assert.Equal([8.0, 2048], summary.Days.Select(d => d.Day));
        Assert.Equal(2 / 3.0, summary.Days[0].Accuracy.Estimate, 1e-12);
        Assert.Equal((2 / 3.0 + 2 / 3.0) / 2, summary.Days[0].MacroF1.Estimate, 1e-12);
        Assert.Equal([8.0, 2048], summary.Details.Select(d => d.Day));
        Assert.Equal(2048, summary.Whole.Day);
        Assert.Equal((2, 0, 1, 0), (summary.Whole.Confusion[0, 0], summary.Whole.Confusion[0, 1], summary.Whole.Confusion[1, 0], summary.Whole.Confusion[1, 1]));
        Assert.Equal(0.8 / 2, summary.Whole.MacroF1.Estimate, 1e-12);
        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.7) + Math.Log(0.4)) / 3, summary.Whole.LogLoss.Estimate, 1e-6);
        Assert.Equal(1, summary.Whole.Classes[0].Auc.Estimate);
        var pair = Assert.Single(summary.Whole.Confusions);
        Assert.Equal(("y", "x", 1, 1.0), (pair.Truth, pair.Predicted, pair.Count, pair.Share));
        var example = Assert.Single(pair.Examples);
        Assert.Equal("c", example.Id);
        Assert.Equal([8.0, 2048], example.Track.Select(t => t.Day));
        Assert.Equal(0.8, example.Track[0].Truth, 1e-6);
        Assert.Equal(0.6, example.Track[1].Predicted, 1e-6);
    }

    [Fact]
    public void Rows_without_a_known_label_are_left_out_and_counted()
    {
        var summary = Evaluation.Summarise(Table(("a", 8, "x", 0.9f), ("b", 8, null, 0.9f), ("b", 16, null, 0.9f), ("c", 8, "other", 0.9f), ("d", 8, "other", 0.9f)), Quick);

        Assert.Equal((1, 1), (summary.Objects, summary.Unlabelled));
        Assert.Equal([("other", 2)], summary.UnknownLabels);
        Assert.Equal([8.0], summary.Days.Select(d => d.Day));
        Assert.Contains(summary.Notes, note => note.StartsWith("1 object has no label", StringComparison.Ordinal));
        Assert.Contains(summary.Notes, note => note.Contains("other (2)", StringComparison.Ordinal));
    }

    [Fact]
    public void Bad_rows_are_named()
    {
        AssertRefused("row 2: object 'a' stands twice at day 8", Table(("a", 8, "x", 0.9f), ("a", 8, "x", 0.9f)));
        AssertRefused("object 'a' is labelled 'y' here and 'x' before", Table(("a", 8, "x", 0.9f), ("a", 16, "y", 0.9f)));
        AssertRefused("object 'a' at day 8 has probabilities that sum to NaN", Table(("a", 8, "x", float.NaN)));
        AssertRefused("sum to NaN", Table(("a", 8, "x", 1.5f)));
        AssertRefused("at day 0 has", Table(("a", 0, "x", 0.5f)));
        AssertRefused("sum to 1.5", new PredictionTable(["x", "y"], ["a"], [8], ["x"], [1, 0.5f]));
        AssertRefused("None of the 1 predictions has a label", Table(("a", 8, null, 0.5f)));
    }

    [Fact]
    public void Notes_name_what_limits_the_numbers()
    {
        var table = new PredictionTable(["x", "y", "z"], ["a", "b", "b"], [8, 8, 16], ["x", "x", "x"], [1, 0, 0, 0, 0, 1, 1, 0, 0]);
        var notes = Evaluation.Summarise(table, Quick).Notes;

        Assert.Contains("Class x has 1 test object: F1 1.00 ± 0.00.", notes);
        Assert.Contains("Class y has no test objects: it does not count in the macro averages.", notes);
        Assert.Contains(notes, note => note.Contains("only 1 of 2 at 16 days", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_they_hold_the_estimate()
    {
        var table = Synthetic.Predictions(Synthetic.Catalog(Synthetic.Three, k => 20 + (10 * k)));
        var first = Evaluation.Summarise(table, Quick with { Resamples = 200 });
        var again = Evaluation.Summarise(table, Quick with { Resamples = 200 });
        var other = Evaluation.Summarise(table, Quick with { Resamples = 200, Seed = 2 });

        Assert.Equal(first.Days, again.Days);
        Assert.Equal(first.Whole.MacroAuc, again.Whole.MacroAuc);
        Assert.NotEqual(first.Days, other.Days);
        Assert.All(first.Days, d => Assert.InRange(d.MacroF1.Estimate, d.MacroF1.Low, d.MacroF1.High));
        Assert.All(first.Days.Zip(other.Days), d => Assert.Equal(d.First.MacroF1.Low, d.Second.MacroF1.Low, 0.05));
        Assert.Equal([8.0, 128, 2048], first.Details.Select(d => d.Day));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter() => Gen.Int.Sample(seed =>
    {
        var table = Synthetic.Predictions(Synthetic.Catalog(Synthetic.Three, _ => 6));
        var order = Enumerable.Range(0, table.Count).ToArray();
        new Random(seed).Shuffle(order);
        var shuffled = new PredictionTable(
            table.Classes,
            [.. order.Select(i => table.ObjectIds[i])],
            [.. order.Select(i => table.Days[i])],
            [.. order.Select(i => table.Labels[i])],
            [.. order.SelectMany(i => table.Row(i).ToArray())]);
        var (expected, actual) = (Evaluation.Summarise(table, Quick), Evaluation.Summarise(shuffled, Quick));

        Assert.Equal(expected.Days.Select(d => d.MacroF1.Estimate), actual.Days.Select(d => d.MacroF1.Estimate));
        Assert.Equal(expected.Whole.Brier.Estimate, actual.Whole.Brier.Estimate, 1e-12);
        Assert.Equal(expected.Whole.Confusions.Select(c => (c.Truth, c.Predicted, c.Count)), actual.Whole.Confusions.Select(c => (c.Truth, c.Predicted, c.Count)));
    }, iter: 10);

    internal static PredictionTable Table(params (string Id, double Day, string? Label, float X)[] rows) => new(
        ["x", "y"],
        [.. rows.Select(r => r.Id)],
        [.. rows.Select(r => r.Day)],
        [.. rows.Select(r => r.Label)],
        [.. rows.SelectMany(r => new[] { r.X, 1 - r.X })]);

    private static void AssertRefused(string part, PredictionTable table) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => Evaluation.Summarise(table, Quick)).Message, StringComparison.Ordinal);
}
