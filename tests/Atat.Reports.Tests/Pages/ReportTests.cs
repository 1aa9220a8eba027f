using System.Text.RegularExpressions;
using System.Xml.Linq;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Reports.Exports;
using Atat.Reports.Pages;

namespace Atat.Reports.Tests.Pages;

public sealed partial class ReportTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, k => 8 + k);

    private static readonly EvaluationSummary Summary = Evaluation.Summarise(Synthetic.Predictions(Catalog), new EvaluationOptions { Resamples = 20 });

    private static readonly ReportContext Context = new()
    {
        RunName = "<script>alert('run')</script>",
        Model = "<b>model</b>",
        DataHash = "sha256:00",
        Date = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        Command = "atat evaluate \"<run>\"",
        ProgramVersion = "<i>1</i>",
        Configuration = "a: '</pre><script>'",
        Training = Synthetic.Training(5),
        Catalog = Catalog,
        OtherRuns = [new NamedCurve("<u>other</u>", Summary.Days)],
        Notes = ["<em>note</em>"],
    };

    [Fact]
    public void Everything_a_user_names_is_escaped()
    {
        var page = ReportPage.Render(Summary, Context);

        Assert.DoesNotMatch("<(b|i|u|em|II)>", ReplaceCards(page));
        Assert.Equal(1, page.Split("<script>").Length - 1);
        Assert.Contains("&lt;script&gt;alert(&#39;run&#39;)&lt;/script&gt;", page);
        Assert.Contains("SN &lt;II&gt; &amp; &quot;co&quot;", page);
        Assert.Contains("&lt;/pre&gt;&lt;script&gt;", page);
        Assert.Contains("2026-03-01 12:00 UTC", page);
    }

    [Fact]
    public void The_page_is_well_formed_and_needs_nothing_else()
    {
        var page = ReportPage.Render(Summary, Context);
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..(page.IndexOf("</body>", StringComparison.Ordinal) + 7)];
        body = body.Remove(body.IndexOf("<script>", StringComparison.Ordinal)) + "</body>";
        var document = XDocument.Parse(body.Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("<details open>", "<details>", StringComparison.Ordinal));

        Assert.DoesNotContain("http", page.Replace(Context.Command, "", StringComparison.Ordinal));
        Assert.DoesNotMatch("""(src|href)=["'][^#]""", page);
        Assert.DoesNotMatch(@"url\((?!#f\d)", page);
        Assert.DoesNotContain("@import", page);
        Assert.DoesNotContain("NaN", body);
        var ids = document.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ClipReferences().Matches(page).Select(m => m.Groups[1].Value), id => Assert.Contains(id, ids));
        Assert.All(document.Descendants("svg"), svg => Assert.Equal("img", svg.Attribute("role")!.Value));
        Assert.All(document.Descendants("nav").Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], ids));
    }

    [Fact]
    public void Sections_hold_what_they_promise()
    {
        var page = ReportPage.Render(Summary, Context);

        Assert.Equal(["days", "classes", "confusion", "examples", "probabilities", "training", "configuration"], SectionIds().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Equal(3, page.Split("table class=\"confusion\"").Length - 1);
        Assert.Contains(Summary.Whole.Confusions[0].Examples[0].Id, page);
        Assert.Contains("days since first detection", page);
        Assert.Contains("prefers-color-scheme: dark", page);
        Assert.Contains("test objects: F1", page);
    }

    [Fact]
    public void Little_is_enough()
    {
        PredictionTable[] tables =
        [
            EvaluationTests.Table(("a", 8, "x", 0.9f)),
            EvaluationTests.Table(("a", 3.5, "x", 0.9f), ("b", 3.5, "y", 0.1f)),
            new PredictionTable(["only"], ["a"], [2048], ["only"], [1]),
        ];
        foreach (var table in tables)
        {
            var page = ReportPage.Render(Evaluation.Summarise(table, new EvaluationOptions { Resamples = 5 }), new ReportContext { RunName = "r" });

            Assert.Contains("No object of the whole light curves was taken for another class.", page);
            Assert.DoesNotContain("id=\"training\"", page);
            Assert.DoesNotContain("NaN", page.Remove(page.IndexOf("<script>", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Writing_leaves_whole_files_only()
    {
        using var folder = new TemporaryFolder();
        EvaluationReport.Write(folder.Path("evaluation"), Summary, Context);
        EvaluationReport.Write(folder.Path("evaluation"), Summary, Context);
        var files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Path("evaluation"), f).Replace('\\', '/')).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "classes.csv", "classification_report.txt", "confusion_128.csv", "confusion_2048.csv", "confusion_8.csv", "days.csv",
                "figures/confusion_128.png", "figures/confusion_128.svg", "figures/confusion_2048.png", "figures/confusion_2048.svg",
                "figures/confusion_8.png", "figures/confusion_8.svg", "figures/f1_by_day.png", "figures/f1_by_day.svg",
                "figures/reliability.svg", "figures/roc.svg", "figures/training_f1.svg", "figures/training_loss.svg",
                "metrics.json", "report.html",
            ],
            files);
        Assert.Equal(Summary.Days, MetricsJson.ReadDays(folder.Path("evaluation/metrics.json")));
    }

    // The cards' values stand in <b>, as the report itself writes them.
    private static string ReplaceCards(string page) => page.Replace("class=\"card\"><b>", "", StringComparison.Ordinal);

    [GeneratedRegex(@"url\(#([^)]*)\)")]
    private static partial Regex ClipReferences();

    [GeneratedRegex("<section id=\"([a-z]+)\">")]
    private static partial Regex SectionIds();
}
