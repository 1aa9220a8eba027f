using Atat.Reports.Exports;

namespace Atat.Reports.Tests.Exports;

public sealed class TextTests
{
    private static readonly EvaluationSummary Summary = Evaluation.Summarise(
        Synthetic.Predictions(Synthetic.Catalog(Synthetic.Three, _ => 8)), new EvaluationOptions { Resamples = 20 });

    [Fact]
    public void Fields_are_quoted_where_they_must_be() =>
        Assert.Equal("a,\"b,c\"\n1.5,\"say \"\"x\"\"\"\n,7\n", Csv.Format(["a", "b,c"], [[1.5, "say \"x\""], [double.NaN, 7]]));

    [Fact]
    public void Tables_have_a_row_a_thing()
    {
        Assert.Equal(1 + Synthetic.Days.Length, Lines(CsvTables.Days(Summary)).Length);
        Assert.Equal(1 + (3 * 3), Lines(CsvTables.Classes(Summary)).Length);
        var confusion = Lines(CsvTables.Confusion(Summary, Summary.Whole));
        Assert.Equal("truth,SN Ia,\"SN <II> & \"\"co\"\"\",RR Lyrae", confusion[0]);
        Assert.Equal(8, confusion[1].Split(',').Skip(1).Sum(int.Parse));
    }

    [Fact]
    public void Text_has_a_table_a_detail_day()
    {
        var text = TextReport.Format(Summary);

        Assert.Contains("Cut at 8 days after the first detection, 24 objects", text);
        Assert.Contains("Whole light curve at 2048 days", text);
        Assert.Equal(3, text.Split("macro avg").Length - 1);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
