using System.Text;
using System.Text.Json;
using Atat.LightCurves;
using Atat.Reports.Exports;

namespace Atat.Reports.Tests.Exports;

public sealed class MetricsJsonTests
{
    private static readonly EvaluationSummary Summary = Evaluation.Summarise(
        Synthetic.Predictions(Synthetic.Catalog(Synthetic.Three, _ => 8)), new EvaluationOptions { Resamples = 20 });

    // The names are a contract with other programs: to change one, raise MetricsJson.Format.
    private const string Schema =
        """
        bootstrap.level Number
        bootstrap.resamples Number
        bootstrap.seed Number
        bootstrap.stratified True
        classes[] String
        days[].accuracy.estimate Number
        days[].accuracy.high Number
        days[].accuracy.low Number
        days[].day Number
        days[].macro_f1.estimate Number
        days[].macro_f1.high Number
        days[].macro_f1.low Number
        days[].objects Number
        evaluations[].accuracy.estimate Number
        evaluations[].accuracy.high Number
        evaluations[].accuracy.low Number
        evaluations[].brier.estimate Number
        evaluations[].brier.high Number
        evaluations[].brier.low Number
        evaluations[].classes[].auc.estimate Number
        evaluations[].classes[].auc.high Number
        evaluations[].classes[].auc.low Number
        evaluations[].classes[].average_precision Number
        evaluations[].classes[].binary_accuracy Number
        evaluations[].classes[].f1.estimate Number
        evaluations[].classes[].f1.high Number
        evaluations[].classes[].f1.low Number
        evaluations[].classes[].name String
        evaluations[].classes[].one_vs_rest_accuracy Number
        evaluations[].classes[].precision Number
        evaluations[].classes[].predicted Number
        evaluations[].classes[].recall Number
        evaluations[].classes[].support Number
        evaluations[].confusion[][] Number
        evaluations[].confusions[].count Number
        evaluations[].confusions[].examples[] String
        evaluations[].confusions[].predicted String
        evaluations[].confusions[].share Number
        evaluations[].confusions[].truth String
        evaluations[].day Number
        evaluations[].expected_calibration_error Number
        evaluations[].log_loss.estimate Number
        evaluations[].log_loss.high Number
        evaluations[].log_loss.low Number
        evaluations[].macro_auc.estimate Number
        evaluations[].macro_auc.high Number
        evaluations[].macro_auc.low Number
        evaluations[].macro_f1.estimate Number
        evaluations[].macro_f1.high Number
        evaluations[].macro_f1.low Number
        evaluations[].macro_precision.estimate Number
        evaluations[].macro_precision.high Number
        evaluations[].macro_precision.low Number
        evaluations[].macro_recall.estimate Number
        evaluations[].macro_recall.high Number
        evaluations[].macro_recall.low Number
        evaluations[].maximum_calibration_error Number
        evaluations[].objects Number
        evaluations[].reliability[].accuracy Null
        evaluations[].reliability[].accuracy Number
        evaluations[].reliability[].confidence Null
        evaluations[].reliability[].confidence Number
        evaluations[].reliability[].count Number
        evaluations[].reliability[].high Number
        evaluations[].reliability[].low Number
        evaluations[].weighted_f1 Number
        format Number
        left_out.unlabelled Number
        notes[] String
        objects Number
        """;

    [Fact]
    public void Names_are_stable()
    {
        using var document = JsonDocument.Parse(MetricsJson.Write(Summary));
        var paths = Paths(document.RootElement, "").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Schema.ReplaceLineEndings("\n"), string.Join("\n", paths));
    }

    [Fact]
    public void Undefined_values_are_null()
    {
        var alone = Evaluation.Summarise(EvaluationTests.Table(("a", 8, "x", 0.9f)), new EvaluationOptions { Resamples = 5 });
        using var document = JsonDocument.Parse(MetricsJson.Write(alone));

        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("evaluations")[0].GetProperty("macro_auc").GetProperty("estimate").ValueKind);
    }

    [Fact]
    public void Days_are_read_back()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("metrics.json"), MetricsJson.Write(Summary));

        Assert.Equal(Summary.Days, MetricsJson.ReadDays(folder.Path("metrics.json")));
    }

    [Fact]
    public void Damaged_files_are_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("metrics.json");
        var text = Encoding.UTF8.GetBytes(MetricsJson.Write(Summary));
        Assert.Contains(path, Assert.Throws<InputException>(() => MetricsJson.ReadDays(path)).Message);
        Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length - 1], Gen.Byte).Sample((length, place, value) =>
        {
            var damaged = text.AsSpan(0, length).ToArray();
            if (place < length)
            {
                damaged[place] = value;
            }

            File.WriteAllBytes(path, damaged);
            try
            {
                MetricsJson.ReadDays(path);
            }
            catch (InputException e)
            {
                Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', e.Message);
            }
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void Another_format_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("m.json"), """{"format": 99, "days": []}""");

        Assert.Contains("format 99, but this version reads 1", Assert.Throws<InputException>(() => MetricsJson.ReadDays(folder.Path("m.json"))).Message);
    }

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Paths(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Paths(item, path + "[]")),
        var kind => [$"{path} {kind}"],
    };
}
