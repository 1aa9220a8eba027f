using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Atat.Reports.Documents;
using Atat.Reports.Figures;
using Atat.Reports.Representation;

namespace Atat.Reports.Tests.Representation;

public sealed partial class RepresentationReportTests
{
    private static readonly RepresentationContext Context = new()
    {
        Data =
        [
            new("eros_lmc", "EROS <LMC>") { Classes = [new("Cepheid", 900, 100), new("RR Lyrae", 5000, 1000)], Description = "Folded." },
            new("ztf_dr3_vsx", "ZTF DR3"),
        ],
        Command = "atat represent",
        Notes = ["A <note>."],
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_whole_study_fills_the_folder(bool several)
    {
        using var folder = new TemporaryFolder();
        RepresentationRun[] runs = [.. SyntheticRuns.OfThesis(several), .. Losses()];
        NamedFigure map = new("map", "Syn-C", CurvesFigure.Create([("a", "#00aa00", [1, 2], [3, 4])], "x", "y", "map"));
        RepresentationReport.Write(folder.Root, runs, [Example("eros_lmc", "Cepheid", 2), Example("eros_lmc", "RR Lyrae", 2), Example("syn-a", "1", 1)], [map], Context);

        string[] figures = ["reconstruction_1_eros_lmc", "reconstruction_2_syn-a", "map", "classes_eros_lmc"];
        Assert.Equal(
            figures.SelectMany(name => new[] { $"figures/chapter3/{name}.svg", $"figures/chapter3/{name}.png" }).Concat(["report.html", "chapter3.md", "summary.json", "runs.csv", "rows.csv", "findings.csv"]).Order(StringComparer.Ordinal),
            Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal));

        var page = File.ReadAllText(folder.Path("report.html"));
        AssertWellFormed(page);
        Assert.Equal(["findings", "figures", "decoders", "encoders", "finetuning", "losses", "reconstructions", "embeddings", "data"], SectionIds().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Equal(2 + 5 + 2 + 1 + 1, page.Split("<table").Length - 1);
        var markdown = File.ReadAllText(folder.Path("chapter3.md"));
        Assert.DoesNotContain("NaN", markdown, StringComparison.Ordinal);
        Assert.Contains("compare directions, not digits", markdown, StringComparison.Ordinal);
        Assert.Equal(several ? "Undecided" : "Holds", RepresentationSummary.Of(runs, Context).Findings[1].Verdict.ToString());

        using var json = JsonDocument.Parse(File.ReadAllText(folder.Path("summary.json")));
        Assert.Equal(10, json.RootElement.GetProperty("findings").GetArrayLength());
        Assert.Equal(5 + 2 + 1, json.RootElement.GetProperty("experiments").GetArrayLength());
        Assert.Equal(runs.Length + 1, File.ReadAllLines(folder.Path("runs.csv")).Length);
        Assert.Contains(",tolerance,batch_size,noise_variance,parameters,", File.ReadLines(folder.Path("runs.csv")).First(), StringComparison.Ordinal);
        Assert.Equal((5 * 12) + (2 * 8) + 3 + 1, File.ReadAllLines(folder.Path("rows.csv")).Length);
    }

    [Fact]
    public void Nothing_and_one_run_are_reports()
    {
        using var folder = new TemporaryFolder();
        RepresentationReport.Write(folder.Path("none"), [], [], [], new RepresentationContext());
        RepresentationReport.Write(folder.Path("one"), [SyntheticRuns.OfThesis()[0] with { Dataset = "a <set>" }], [], [], new RepresentationContext());

        AssertWellFormed(File.ReadAllText(folder.Path("none/report.html")));
        AssertWellFormed(File.ReadAllText(folder.Path("one/report.html")));
        Assert.Contains("11 of 12 rows of all tables have no run yet", File.ReadAllText(folder.Path("one/chapter3.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_have_the_rows_of_the_thesis()
    {
        var runs = SyntheticRuns.OfThesis().Select(run => run.Decoder == "lstm" && run.PostDecoder == "none" ? run with { Scores = run.Scores with { StoppedEarly = false } } : run).ToArray();
        var decoders = Table(runs, ExperimentKind.Decoders, "eros_lmc");
        Assert.Contains("on: cross-entropy (equation 3.4). Thesis: table 3.4, MACHO. Scores of 500 test series.", decoders.Caption, StringComparison.Ordinal);
        Assert.Contains("on: likelihood (equation 3.3). Thesis: table 3.1, Syn-A.", Table(runs, ExperimentKind.Decoders, "syn-a").Caption, StringComparison.Ordinal);
        Assert.Equal(
            "off MHA, off MHA + MTAN, off MLP, off ResNet + MTAN, off LSTM †, off LSTM + MTAN, on MHA, on MHA + MTAN, on MLP, on ResNet + MTAN, on LSTM †, on LSTM + MTAN",
            string.Join(", ", decoders.Rows.Select(row => string.Join(' ', row.Take(2).Select(Plain)))));
        Assert.Equal([("", 2), ("MSE", 2), ("Acc-Linear", 2), ("Acc-On-Linear", 2), ("Acc-MLP", 2), ("Acc-On-MLP", 2), ("kNN", 1), ("training", 4)], decoders.Groups);
        Assert.Equal(["7.82", "7.82 ± 0.46"], decoders.Rows[2].Skip(2).Take(2).Select(Plain));
        Assert.True(decoders.Rows[2][2].Bold);
        Assert.Equal(["1", "1,234", "42", "early"], decoders.Rows[2].TakeLast(4).Select(Plain));
        Assert.Equal("limit †", Plain(decoders.Rows[4][^1]));
        Assert.All(Enumerable.Range(2, 11), column => Assert.Equal(column % 2 == 0 ? 1 : 0, decoders.Rows.Count(row => row[column].Bold)));

        var encoders = Table(runs, ExperimentKind.Encoders, "ztf_dr3_vsx");
        Assert.Equal("MHA, LSTM, MHA + MTAN, ResNet + MTAN, LSTM + MTAN, MHA + InterPred, ResNet + InterPred, LSTM + InterPred", string.Join(", ", encoders.Rows.Select(row => Plain(row[0]))));
        Assert.Equal("91.31", encoders.Rows.Single(row => row[3].Bold)[3].Text);
    }

    [Fact]
    public void Several_runs_have_a_deviation_and_other_data_no_thesis()
    {
        RepresentationRun[] runs = [.. SyntheticRuns.OfThesis(several: true).Where(run => run.Dataset == "ztf_dr3_vsx").Select((run, i) => run with { Dataset = "other", Scores = run.Scores with { StoppedEarly = i % 2 == 0, TrainingObjects = 1000 * (1 + (i % 2)) } })];
        var table = Table(runs, ExperimentKind.Decoders, "other");

        Assert.Equal([("", 2), ("MSE", 1), ("Acc-Linear", 1), ("Acc-On-Linear", 1), ("Acc-MLP", 1), ("Acc-On-MLP", 1), ("kNN", 1), ("training", 4)], table.Groups);
        Assert.Equal("85.73 ± 1.34", Plain(table.Rows[0][3]));
        Assert.Equal(["2", "1,000–2,000", "40", "limit 1 of 2 †"], table.Rows[0].TakeLast(4).Select(Plain));
        Assert.Contains(RepresentationSummary.Of(runs, Context).Notes, note => note.StartsWith("The autoencoders of other were not trained on equally many series (1,000 to 2,000)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tolerance_and_other_batches_are_told()
    {
        RepresentationRun[] runs = [.. SyntheticRuns.OfThesis(several: true).Where(run => run.Dataset == "eros_lmc").Select(run => run.Repetition == 1 ? run with { Tolerance = 0.02, BatchSize = 64 } : run)];
        Assert.All(Table(runs, ExperimentKind.Decoders, "eros_lmc").Rows, row => Assert.Equal("early (0–2 %)", Plain(row[^1])));
        Assert.Equal("early (2 %)", Plain(Table([.. runs.Where(run => run.Repetition == 1)], ExperimentKind.Encoders, "eros_lmc").Rows[0][^1]));
        Assert.Equal("early (0.05 %)", Plain(Table([.. runs.Select(run => run with { Tolerance = 0.0005 })], ExperimentKind.Encoders, "eros_lmc").Rows[0][^1]));
        var notes = RepresentationSummary.Of(runs, Context).Notes;
        Assert.Contains(notes, note => note.StartsWith($"Training of {runs.Length / 2} of {runs.Length} autoencoders ended when the error still fell a little", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("A training step has 64, 256 series", StringComparison.Ordinal));
        Assert.Contains(RepresentationSummary.Of([.. runs.Select((run, i) => i < 3 ? run with { NoiseVariance = 0.5 } : run)], Context).Notes, note => note == $"The synthetic data of 3 of {runs.Length} autoencoders have noise of variance 0.5, where the text of the thesis has 5.");
        Assert.DoesNotContain(RepresentationSummary.Of(SyntheticRuns.OfThesis().ToArray(), Context).Notes, note => note.Contains("noise of variance", StringComparison.Ordinal) || note.Contains("thesis has 256", StringComparison.Ordinal) || note.Contains("thesis waits", StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_that_learned_nothing_is_named()
    {
        // Of ZTF the thesis itself has such errors; of synthetic sets one is no more than their noise.
        RepresentationRun[] without = [.. SyntheticRuns.OfThesis().Where(run => run.Dataset != "ztf_dr3_vsx")];
        RepresentationRun[] runs = [.. without.Select(run => run.Dataset == "syn-a" || (run.Dataset == "eros_lmc" && run.PostDecoder == "mtan" && run.Decoder == "mha" && run.Loss == "mse") ? run with { Scores = run.Scores with { MeanSquaredError = 1.0002 } } : run)];
        var note = Assert.Single(RepresentationSummary.Of(runs, Context).Notes, note => note.Contains("no better than a constant", StringComparison.Ordinal));
        Assert.StartsWith($"1 of {runs.Length} autoencoders", note, StringComparison.Ordinal);
        Assert.Contains("(EROS <LMC>: MHA to MHA + MTAN, mse, run 0)", note, StringComparison.Ordinal);
        Assert.DoesNotContain(RepresentationSummary.Of(without, Context).Notes, note => note.Contains("no better than a constant", StringComparison.Ordinal));
    }

    [Fact]
    public void Fine_tuning_and_losses_stand_beside_each_other()
    {
        var summary = RepresentationSummary.Of([.. SyntheticRuns.OfThesis(), .. Losses()], Context);
        var tuned = RepresentationTables.FineTuning(summary, Context)!;
        Assert.Equal([("", 1), ("EROS <LMC>", 7), ("ZTF DR3", 7)], tuned.Groups);
        Assert.Equal(["MHA", "79.97", "79.97 ± 0.48", "77", "1", "1,234", "40", "early", "94.54", "94.54 ± 0.54"], tuned.Rows[0].Take(10).Select(Plain));

        var losses = RepresentationTables.Losses(summary, Context)!;
        Assert.Equal(["MSE (equation 3.1)", "likelihood (equation 3.3)", "cross-entropy (equation 3.4)"], losses.Rows.Select(row => row[1].Text));
        Assert.Null(RepresentationTables.Losses(RepresentationSummary.Of(SyntheticRuns.OfThesis().Where(run => run.Dataset == "syn-a").ToArray(), Context), Context));
    }

    [Fact]
    public void Reconstructions_are_drawn()
    {
        var bare = new ReconstructionBand("g", [], [], [], [], [], []);
        var figure = ReconstructionFigure.Create(
        [
            Example("a", "first <class>", 2), Example("a", "first <class>", 2), Example("a", "second", 1) with { IsInverted = true },
            new ReconstructionExample("a", "n", "bare", [bare]), new ReconstructionExample("a", "n", "none", []),
        ]);
        var texts = XDocument.Parse(figure.ToSvg()).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim()).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(["first <class>", "second", "bare", "value", "time or phase", "g", "r"], StringComparer.Ordinal), texts);
        Assert.Equal(28 + (4 * 170) + 24, figure.Height);
    }

    private static TableBlock Table(IReadOnlyCollection<RepresentationRun> runs, ExperimentKind kind, string dataset) =>
        RepresentationTables.Of(RepresentationSummary.Of(runs, Context).Experiments.Single(e => (e.Kind, e.Dataset) == (kind, dataset)), Context);

    private static IEnumerable<RepresentationRun> Losses() =>
        SyntheticRuns.OfThesis().Where(run => run.Dataset == "eros_lmc" && (run.Encoder, run.PreEncoder, run.Decoder, run.Loss) == ("mha", "none", "mlp", "mse")).Select(run => run with { Loss = "likelihood" });

    private static ReconstructionExample Example(string dataset, string name, int bands)
    {
        var random = new Random(bands);
        ImmutableArray<double> grid = [.. Enumerable.Range(0, 100).Select(i => i / 99.0)];
        return new(dataset, "encoder MHA, decoder MLP", name, [.. Enumerable.Range(0, bands).Select(band =>
        {
            ImmutableArray<double> times = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())];
            return new ReconstructionBand(
                band == 0 ? "g" : "r", times, [.. times.Select(t => Wave(t, band) + (0.4 * (random.NextDouble() - 0.5)))], band == 0 ? [.. times.Select(_ => 0.1)] : [],
                grid, [.. grid.Select(t => Wave(t, band))], [.. grid.Select(_ => 0.2)]);
        })]);
    }

    private static double Wave(double t, int band) => Math.Sin(2 * Math.PI * (t + (0.1 * band))) + band;

    private static string Plain(Cell cell) => cell.Text.Replace('\u00a0', ' ');

    private static void AssertWellFormed(string page)
    {
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("<script>", StringComparison.Ordinal)] + "</body>";
        Assert.DoesNotContain("NaN", body, StringComparison.Ordinal);
        foreach (var table in XDocument.Parse(body).Descendants("table"))
        {
            Assert.Single(table.Descendants("tr").Select(row => row.Elements().Sum(cell => (int?)cell.Attribute("colspan") ?? 1)).Distinct());
        }
    }

    [GeneratedRegex("<section id=\"([a-z]+)\"")]
    private static partial Regex SectionIds();
}
