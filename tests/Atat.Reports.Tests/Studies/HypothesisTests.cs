using Atat.LightCurves;
using Atat.Reports.Studies;

namespace Atat.Reports.Tests.Studies;

public sealed class HypothesisTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, _ => 40);

    private static readonly EvaluationOptions Options = new() { Resamples = 1000 };

    [Fact]
    public void Better_together_at_every_day_holds()
    {
        var test = Of(Run("lc+md", 1.6), Run("lc", 0.3, 2), Run("md", 0.2, 3));

        Assert.StartsWith("H2 holds: both kinds of data together do better than one alone in all 6 comparisons. 12 more comparisons could not be made for want of runs.", test.Conclusion, StringComparison.Ordinal);
        Assert.Equal(24, test.Rows.Length);
        var rows = test.Rows.Where(row => row.Contrast is not null).ToArray();
        Assert.All(rows, row => Assert.Equal(Finding.Better, row.Finding));
        Assert.All(rows, row => Assert.True(row.AdjustedPValue >= 2.0 / 1001 && row.AdjustedPValue >= row.Contrast!.MacroF1.PValue));
        Assert.Equal([8.0, 128, 2048, 8, 128, 2048], rows.Select(row => row.Day));
    }

    [Fact]
    public void Equal_predictions_show_nothing_and_worse_ones_speak_against_it()
    {
        Assert.StartsWith("H2 is not shown: in none of 6 comparisons", Of(Run("lc+md", 0.7), Run("lc", 0.7), Run("md", 0.7)).Conclusion, StringComparison.Ordinal);
        Assert.StartsWith(
            "H2 does not hold throughout: both kinds of data together do better than one alone in 0 of 6 comparisons and worse in 3: LC + MD + MTA against LC + MTA at 8 days, ",
            Of(Run("lc+md+mta", 0.2), Run("lc+mta", 1.6, 2), Run("md", 0.2)).Conclusion,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "H2 holds in part: both kinds of data together do better than one alone in 3 of 6 comparisons and are worse in none; no difference is shown for LC + MD against MD at 8 days, ",
            Of(Run("lc+md", 1.6), Run("lc", 0.2, 2), Run("md", 1.6)).Conclusion,
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_side_alone_decides_nothing()
    {
        Assert.StartsWith(
            "H2 cannot be decided: nothing was measured against tabular data alone. Against light curves alone, both kinds of data are better in 3, worse in 0 of 3 comparisons. 15 more ",
            Of(Run("lc+md", 1.6), Run("lc", 0.2, 2)).Conclusion,
            StringComparison.Ordinal);
        Assert.StartsWith("H2 cannot be decided: nothing was measured against light curves alone. Against tabular data alone, ", Of(Run("lc+md", 1.6), Run("md", 0.2, 2)).Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_on_top_are_told_apart_and_nothing_is_concluded_from_nothing()
    {
        var test = Of(Run("lc+md+mta", 0.3), Run("lc+md+feat+mta", 1.6, 2));

        Assert.Equal(
            "H2 cannot be decided: no variant with both kinds of data shares a fold with one that has one kind. Features added to light curves and metadata: better in 3, worse in 0, no difference shown in 0 of 3.",
            test.Conclusion);
        Assert.Contains("cannot be decided", Of(Run("lc+md", 1), Run("lc", 1) with { Fold = 1 }).Conclusion, StringComparison.Ordinal);
    }

    private static StudyRun Run(string key, double skill, int seed = 1) => SyntheticStudy.Run(key, Catalog, skill, 0, seed);

    private static HypothesisTest Of(params StudyRun[] runs) =>
        ChapterFour.Summarise(SyntheticStudy.Variants, runs, SyntheticStudy.Context with { Days = [8, 128, 2048] }, Options).Hypothesis;
}
