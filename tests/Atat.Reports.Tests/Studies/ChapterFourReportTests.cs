using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Atat.LightCurves;
using Atat.Reports.Studies;

namespace Atat.Reports.Tests.Studies;

public sealed partial class ChapterFourReportTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, k => 10 + (2 * k));

    private static readonly EvaluationOptions Quick = new() { Resamples = 30 };

    private static readonly StudyTimes Times = new()
    {
        Steps = [new("ATAT (LC + MD + MTA)", 0.5, "lc+md+mta"), new("ATAT (all)", 1, "lc+md+feat+mta"), new("Feature computation", 3.5, "features"), new("other", 2)],
        MachineRate = 6.1e10,
    };

    private static readonly StudyContext Context = SyntheticStudy.Context with
    {
        Catalog = "<b>catalog</b>",
        Command = "atat study \"<x>\"",
        Classes = [new("SN Ia", 300, 10), new("SN <II> & \"co\"", 20, 12), new("RR Lyrae", 0, 14)],
        Taxonomy = Synthetic.Three,
        Notes = ["<i>note</i>"],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_whole_study_fills_the_folder(int folds)
    {
        using var folder = new TemporaryFolder();
        var summary = Summarise(SyntheticStudy.Runs(Catalog, folds));
        ChapterFourReport.Write(folder.Path("study"), summary, Times, Context);
        var files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path("study"), f).Replace('\\', '/')).ToArray();

        string[] figures = ["f1_best", "f1_light_curve", "f1_tabular", "f1_combined", "f1_ablation", "f1_imbalance", "confusion", "classes"];
        string[] tables = ["runs", "days", "classes", "hypothesis", "claims", "ablations", "times", "objects", "confusion_forest", "confusion_lc_md_mta", "confusion_lc_md_feat_mta"];
        Assert.Equal(
            figures.SelectMany(name => new[] { $"figures/chapter4/{name}.svg", $"figures/chapter4/{name}.png" }).Concat(tables.Select(name => name + ".csv")).Concat(["report.html", "chapter4.md", "summary.json"]).Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));

        var page = File.ReadAllText(folder.Path("study/report.html"));
        Assert.Equal(["variants", "days", "hypothesis", "claims", "classes", "confusion", "ablation", "imbalance", "times", "data"], SectionIds().Matches(page).Select(m => m.Groups[1].Value));
        AssertWellFormed(page);
        Assert.Equal(3, page.Split("table class=\"confusion\"").Length - 1);
        Assert.Contains(folds > 1 ? " &#177; " : " (", page, StringComparison.Ordinal);
        Assert.Contains("takes 4.5 ms an object; ATAT (LC + MD + MTA) takes 88.9 % less (thesis: 99.75 %)", page, StringComparison.Ordinal);
        Assert.Contains("at 61 GFLOP/s", page, StringComparison.Ordinal);
        Assert.Contains("320 in training", page, StringComparison.Ordinal);

        var markdown = File.ReadAllText(folder.Path("study/chapter4.md"));
        Assert.All(Images().Matches(markdown).Select(m => m.Groups[1].Value), path => Assert.True(File.Exists(folder.Path("study/" + path)), path));
        Assert.Equal(figures.Length, Images().Count(markdown));
        Assert.Contains("- &lt;i>note&lt;/i>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", markdown, StringComparison.Ordinal);
        AssertTablesAreEven(markdown);

        using var json = JsonDocument.Parse(File.ReadAllText(folder.Path("study/summary.json")));
        var whole = json.RootElement.GetProperty("variants")[8].GetProperty("days")[8];
        Assert.Equal(summary.Find("lc+md+mta")!.At(2048)!.Macro.F1.Mean, whole.GetProperty("macro").GetProperty("f1").GetProperty("mean").GetDouble());
        Assert.Equal(summary.Hypothesis.Rows.Length, json.RootElement.GetProperty("hypothesis").GetProperty("comparisons").GetArrayLength());
        Assert.Equal(ThesisClaims.Of.Length, json.RootElement.GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public void A_study_with_some_runs_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        StudyRun[] runs =
        [
            SyntheticStudy.Run("lc", Catalog, 1) with { StillImproving = true },
            SyntheticStudy.Run("lc+md+mta", Catalog, 1, 0, 2) with { ObjectsSeen = 1000 },
            SyntheticStudy.Run("lc+md+mta", Catalog, 1, 1, 3) with { ObjectsSeen = 1000, StillImproving = true },
            SyntheticStudy.Run("forest", Catalog, 1, 1, 4),
        ];
        runs[0] = runs[0] with { Predictions = SyntheticStudy.Keep(runs[0].Predictions, i => runs[0].Predictions.Days[i] < 2000) };
        var summary = Summarise(runs);
        ChapterFourReport.Write(folder.Root, summary, new StudyTimes(), SyntheticStudy.Context);
        var page = File.ReadAllText(folder.Path("report.html"));

        Assert.Equal(["variants", "days", "hypothesis", "claims", "classes", "confusion"], SectionIds().Matches(page).Select(m => m.Groups[1].Value));
        AssertWellFormed(page);
        Assert.Contains(summary.Notes, note => note.StartsWith("Not measured, because there is no run: LC + MTA, MD, ", StringComparison.Ordinal));
        Assert.Contains("The variants have different folds, and two of them are compared on the folds that both have: fold 0: LC; folds 0, 1: LC + MD + MTA; fold 1: Random forest (MD + Features).", summary.Notes);
        Assert.Contains("The network variants did not see the same number of training objects, repetitions counted: 640,000: LC; 1,000: LC + MD + MTA.", summary.Notes);
        Assert.Contains("Still improving when training ended, so undertrained: the scores may be below what the variant can reach: LC (every fold); LC + MD + MTA (fold 1).", summary.Notes);
        Assert.Contains("LC lacks predictions at 2048 days.", summary.Notes);
        Assert.Contains("not measured", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Treatments_of_rare_classes_are_compared_in_the_classes_that_the_forest_is_better_in()
    {
        using var folder = new TemporaryFolder();
        var taxonomy = new Taxonomy([new("Ia", "Ia", Branch.Transient), new("KN", "KN", Branch.Transient), new("flare", "M-dwarf Flare", Branch.Stochastic)]);
        var catalog = Synthetic.Catalog(taxonomy, k => 30 - (5 * k));
        StudyRun[] runs = [SyntheticStudy.Run("lc+md+mta", catalog, 0.2), SyntheticStudy.Run("lc+md+mta/weighted", catalog, 3, 0, 2), SyntheticStudy.Run("forest", catalog, 1, 0, 3)];
        var summary = ChapterFour.Summarise(SyntheticStudy.Variants, runs, SyntheticStudy.Context, Quick);
        ChapterFourReport.Write(folder.Root, summary, new StudyTimes(), SyntheticStudy.Context);
        var rows = summary.Ablations.ToArray();
        Assert.Equal(summary.TableDays, rows.Select(r => r.Contrast.Day));

        var table = RareClassTable.Of(summary, rows)!;
        Assert.Equal([("", 2), ("KN", 3), ("M-dwarf Flare", 3)], table.Groups);
        Assert.Equal(3 * summary.TableDays.Length, table.Rows.Length);
        var last = table.Rows[^1];
        var (kilonovae, whole) = (summary.Classes.IndexOf("KN"), summary.Find("lc+md+mta/weighted")!.At(2048)!);
        Assert.Equal(["LC + MD + MTA, weighted loss", "2048", StudyText.Fixed(whole.Classes[kilonovae].F1.Mean, 3), StudyText.Signed(rows[^1].Contrast.ClassF1[kilonovae].Difference.Estimate)], last.Take(4).Select(c => c.Text));
        Assert.True(last[3].Bold);
        Assert.Contains("classes in which the thesis's forest is better", File.ReadAllText(folder.Path("chapter4.md")), StringComparison.Ordinal);
        AssertTablesAreEven(File.ReadAllText(folder.Path("chapter4.md")));
        Assert.Null(RareClassTable.Of(Summarise(SyntheticStudy.Runs(Catalog, 1)), rows));
    }

    [Fact]
    public void One_run_is_a_report()
    {
        using var folder = new TemporaryFolder();
        ChapterFourReport.Write(folder.Root, SyntheticStudy.Variants, [SyntheticStudy.Run("forest", Catalog, 1)], new StudyTimes(), new StudyContext { Catalog = "c" });

        Assert.Contains("cannot be decided", File.ReadAllText(folder.Path("chapter4.md")), StringComparison.Ordinal);
        AssertWellFormed(File.ReadAllText(folder.Path("report.html")));
    }

    private static ChapterFourSummary Summarise(IReadOnlyList<StudyRun> runs) => ChapterFour.Summarise(SyntheticStudy.Variants, runs, Context, Quick);

    private static void AssertWellFormed(string page)
    {
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("<script>", StringComparison.Ordinal)] + "</body>";
        var document = XDocument.Parse(body);
        var ids = document.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.DoesNotContain("NaN", body, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        foreach (var table in document.Descendants("table"))
        {
            var widths = table.Descendants("tr").Select(row => row.Elements().Sum(cell => (int?)cell.Attribute("colspan") ?? 1)).Distinct();
            Assert.Single(widths);
        }
    }

    private static void AssertTablesAreEven(string markdown)
    {
        var rows = markdown.Split('\n').Select(line => line.StartsWith('|') ? Bars().Count(line) : 0).ToArray();
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First == 0 || pair.Second == 0 || pair.First == pair.Second));
    }

    [GeneratedRegex("<section id=\"([a-z]+)\"")]
    private static partial Regex SectionIds();

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]*)\)")]
    private static partial Regex Images();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();
}
