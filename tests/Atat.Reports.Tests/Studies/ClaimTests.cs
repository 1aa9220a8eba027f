using Atat.LightCurves;
using Atat.Reports.Studies;

namespace Atat.Reports.Tests.Studies;

public sealed class ClaimTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, _ => 40);

    private static readonly StudyClaim Better = new("", "", "lc", "md", ClaimDays.All);

    [Fact]
    public void Numbers_decide()
    {
        Assert.Equal(Verdict.Holds, Of(Better, 1.6, 0.2).Verdict);
        Assert.Equal(Verdict.DoesNotHold, Of(Better, 0.2, 1.6).Verdict);
        Assert.Equal(Verdict.Undecided, Of(Better, 0.7, 0.7).Verdict);
        Assert.Equal(Verdict.NotMeasured, Of(Better with { Second = "forest" }, 1.6, 0.2).Verdict);
        Assert.Equal(Verdict.Holds, Of(Better with { Above = -0.01, Below = 0.01 }, 0.7, 0.7).Verdict);
        Assert.Equal(Verdict.DoesNotHold, Of(Better with { Above = -0.01, Below = 0.01 }, 1.6, 0.2).Verdict);
        Assert.Equal(Verdict.DoesNotHold, Of(Better with { Relative = true, Above = 0.01, Below = 0.02 }, 1.6, 0.2).Verdict);
        Assert.Equal(Verdict.Holds, Of(Better with { Relative = true, Above = 0.02, Below = 20 }, 1.6, 0.2).Verdict);
    }

    [Fact]
    public void Days_and_classes_are_those_of_the_claim()
    {
        Assert.Equal(SyntheticStudy.Context.Days, Of(Better, 1, 1).Parts.Select(part => part.Day));
        Assert.Equal([8.0, 16, 32, 64], Of(Better with { Days = ClaimDays.Early }, 1, 1).Parts.Select(part => part.Day));
        var classes = Of(Better with { Days = ClaimDays.Whole, Classes = ["RR Lyrae", "KN"] }, 1.6, 0.2);
        Assert.Equal([(2048.0, "RR Lyrae", Verdict.Holds), (2048, "KN", Verdict.NotMeasured)], classes.Parts.Select(part => (part.Day, part.Class, part.Verdict)));
        Assert.Equal(Verdict.NotMeasured, classes.Verdict);
        Assert.Equal(Verdict.DoesNotHold, Of(Better with { Days = ClaimDays.Whole, Classes = ["RR Lyrae", "KN"] }, 0.2, 1.6).Verdict);
    }

    [Fact]
    public void A_day_that_is_missing_keeps_a_claim_open()
    {
        var run = SyntheticStudy.Run("lc", Catalog, 1.6);
        var result = Of(Better, run with { Predictions = SyntheticStudy.Keep(run.Predictions, i => run.Predictions.Days[i] != 8) }, SyntheticStudy.Run("md", Catalog, 0.2, 0, 2));

        Assert.Equal(Verdict.NotMeasured, result.Parts[0].Verdict);
        Assert.All(result.Parts.Skip(1), part => Assert.Equal(Verdict.Holds, part.Verdict));
        Assert.Equal(Verdict.NotMeasured, result.Verdict);
    }

    [Fact]
    public void The_claims_name_variants_and_classes_that_there_are()
    {
        var keys = SyntheticStudy.Variants.Select(v => v.Key).ToArray();

        Assert.All(ThesisClaims.Of, claim => Assert.Contains(claim.First, keys));
        Assert.All(ThesisClaims.Of, claim => Assert.Contains(claim.Second, keys));
        Assert.Empty(ThesisClaims.Of.SelectMany(claim => claim.Classes).Except(Taxonomies.Elasticc.Classes));
        Assert.All(Taxonomies.Elasticc.Classes.Append(ThesisScores.Macro), name => Assert.All(ThesisScores.Variants, key => Assert.InRange(ThesisScores.F1(key, name), 0.4, 1)));
        Assert.Equal(ThesisScores.F1("forest", ThesisScores.Macro), Taxonomies.Elasticc.Classes.Average(name => ThesisScores.F1("forest", name)), 1e-4);
        Assert.Equal(0.8225, Taxonomies.Elasticc.Classes.Average(name => ThesisScores.F1("lc+md+mta", name)), 1e-4);
        Assert.Equal(0.8249, Taxonomies.Elasticc.Classes.Average(name => ThesisScores.F1("lc+md+feat+mta", name)), 1e-3);
    }

    private static ClaimResult Of(StudyClaim claim, double first, double second) =>
        Of(claim, SyntheticStudy.Run("lc", Catalog, first), SyntheticStudy.Run("md", Catalog, second, 0, first == second ? 1 : 2));

    private static ClaimResult Of(StudyClaim claim, params StudyRun[] runs)
    {
        var options = new EvaluationOptions { Resamples = 200 };
        var summary = ChapterFour.Summarise(SyntheticStudy.Variants, runs, SyntheticStudy.Context, options with { Resamples = 2 });
        return ClaimResult.Of(claim, summary, new Contrasts(new StudyPredictions(SyntheticStudy.Variants, runs, SyntheticStudy.Context), options));
    }
}
