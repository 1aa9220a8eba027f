using System.Text.Json;
using System.Xml.Linq;
using Atat.LightCurves;
using Atat.Reports.Comparisons;
using Atat.Reports.Tests.Studies;

namespace Atat.Reports.Tests.Comparisons;

public sealed class RunComparisonTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, _ => 50);

    private static readonly EvaluationOptions Quick = new() { Resamples = 500 };

    [Fact]
    public void Runs_are_scored_as_alone_and_compared_as_in_pairs()
    {
        var (first, second) = (Run("first", 0.3), Run("second", 1.6, 2));
        var summary = RunComparison.Of([first, second, Run("third", 0.3)], Quick);

        Assert.Equal(150, summary.Objects);
        Assert.Equal(Evaluation.Summarise(second.Predictions, Quick).Days, summary.Runs[1].Summary.Days);
        var pairs = Comparison.Of(second.Predictions, first.Predictions, Quick);
        Assert.Equal(pairs.Select(day => (day.Day, day.MacroF1, day.McNemar)), summary.Runs[1].AgainstFirst.Select(day => (day.Day, day.MacroF1, day.McNemar)));
        Assert.Empty(summary.First.AgainstFirst);
        Assert.Empty(summary.Notes);

        var better = summary.Runs[1].Classes;
        Assert.Equal(9, better.Length);
        Assert.All(better, c => Assert.Equal(c.F1 - c.FirstF1, c.Difference.Estimate, 1e-12));
        Assert.Contains(better, c => c is { Day: 2048, IsSignificant: true });
        Assert.DoesNotContain(summary.Runs[2].Classes, c => c.IsSignificant);
        Assert.All(summary.Runs[2].AgainstFirst, day => Assert.Equal((1, 1), (day.MacroF1.PValue, day.McNemar.PValue)));
    }

    [Fact]
    public void Only_settings_that_differ_are_told()
    {
        var summary = RunComparison.Of(
            [
                Run("first", 1) with { Configuration = [new("seed", "1"), new("window.mta", "false"), new("inputs", "[lc]")] },
                Run("second", 1) with { Configuration = [new("seed", "1"), new("window.mta", "true"), new("inputs", "[lc]")] },
                Run("forest", 1) with { Configuration = [new("seed", "1"), new("trees", "500")] },
            ],
            Quick with { Resamples = 10 });

        Assert.Equal(["window.mta", "inputs", "trees"], summary.Configuration.Select(s => s.Key));
        Assert.Equal(["false", "true", null], summary.Configuration[0].Values);
        Assert.Equal([null, null, "500"], summary.Configuration[2].Values);
    }

    [Fact]
    public void Common_objects_are_compared_and_their_number_told()
    {
        var (whole, part) = (Run("whole", 1), Run("part", 1, 2));
        part = part with { Predictions = SyntheticStudy.Turned(SyntheticStudy.Keep(part.Predictions, i => !part.Predictions.ObjectIds[i].EndsWith('7') && part.Predictions.Days[i] > 1)), DataHash = "other" };
        var summary = RunComparison.Of([whole, part], Quick with { Resamples = 10 });

        Assert.Equal(135, summary.Objects);
        Assert.Equal((150, 135), (summary.First.Evaluated, summary.Runs[1].Evaluated));
        Assert.All(summary.Runs, run => Assert.Equal(135, run.Summary.Objects));
        Assert.Equal(Synthetic.Three.Classes, summary.Runs[1].Summary.Classes);
        Assert.Equal(
            [
                "Compared on the 135 objects that all runs were evaluated on; whole was evaluated on 150.",
                "The runs were not trained on the same catalog file: what differs may come from the data.",
                "part was not evaluated at 1 days.",
            ],
            summary.Notes);
        Assert.Equal(11, summary.Runs[1].AgainstFirst.Length);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var run = Run("first", 1);
        AssertRefused("other has the classes x, y, but first SN Ia", run, run with { Name = "other", Predictions = EvaluationTests.Table(("a", 8, "x", 0.9f)) });
        AssertRefused("other was evaluated on 1 objects, none of which first was evaluated on; evaluate all runs", Two("first", "a", "x"), Two("other", "b", "x"));
        AssertRefused("none of which first and second were both evaluated on", Two("first", "a", "x"), Two("second", "a", "x"), Two("other", "b", "x"));
        AssertRefused("Object 'a' has different labels", Two("first", "a", "x"), Two("other", "a", "y"));
    }

    [Fact]
    public void The_report_is_whole()
    {
        using var folder = new TemporaryFolder();
        var summary = RunComparison.Of([Run("<b>first</b>", 0.3), Run("second", 1.6, 2) with { Configuration = [new("a_b", "x|y")] }], Quick);
        ComparisonReport.Write(folder.Path("out"), summary, new ComparisonContext("atat compare a b", "1", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), Synthetic.Three));
        var files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path("out"), f).Replace('\\', '/')).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["classes.csv", "comparison.json", "comparison.md", "configuration.csv", "days.csv", "differences.csv", "figures/confusion.png", "figures/confusion.svg", "figures/f1_by_day.png", "figures/f1_by_day.svg", "report.html"],
            files);
        var page = File.ReadAllText(folder.Path("out/report.html"));
        XDocument.Parse(page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("<script>", StringComparison.Ordinal)] + "</body>");
        Assert.DoesNotContain("<b>first", page, StringComparison.Ordinal);
        Assert.Contains(@"| a\_b | – | x\|y |", File.ReadAllText(folder.Path("out/comparison.md")), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(folder.Path("out/comparison.json")));
        var last = json.RootElement.GetProperty("runs")[1].GetProperty("against_first")[11];
        Assert.Equal(summary.Runs[1].AgainstFirst[11].MacroF1.Difference.Estimate, last.GetProperty("macro_f1").GetProperty("estimate").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("configuration").GetProperty("a_b")[0].ValueKind);
    }

    private static void AssertRefused(string part, params ComparedRun[] runs) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => RunComparison.Of(runs, Quick)).Message, StringComparison.Ordinal);

    private static ComparedRun Run(string name, double skill, int seed = 1) =>
        new() { Name = name, Predictions = Synthetic.Predictions(Catalog, seed, skill), Configuration = [] };

    private static ComparedRun Two(string name, string id, string label) =>
        new() { Name = name, Predictions = EvaluationTests.Table((id, 8, label, 0.9f)), Configuration = [] };
}
