using Atat.LightCurves;
using Atat.Reports.Studies;

namespace Atat.Reports.Tests.Studies;

public sealed class ContrastTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, k => 12 + (4 * k));

    private static readonly EvaluationOptions Quick = new() { Resamples = 100 };

    [Fact]
    public void Swapping_two_variants_turns_all_signs()
    {
        var contrasts = Contrasts(SyntheticStudy.Run("lc", Catalog, 1, 0), SyntheticStudy.Run("lc", Catalog, 1, 1, 2), SyntheticStudy.Run("md", Catalog, 0.6, 0, 3), SyntheticStudy.Run("md", Catalog, 0.6, 1, 4));
        var (forward, backward) = (contrasts.Of("lc", "md", 128)!, contrasts.Of("md", "lc", 128)!);

        foreach (var (one, other) in forward.ClassF1.Append(forward.MacroF1).Zip(backward.ClassF1.Append(backward.MacroF1)))
        {
            Assert.Equal(one.Difference.Estimate, -other.Difference.Estimate, 1e-12);
            Assert.Equal(one.Difference.Low, -other.Difference.High, 1e-12);
            Assert.Equal(one.PValue, other.PValue, 1e-12);
        }

        Assert.Equal((forward.First, forward.Second), (backward.Second, backward.First));
        Assert.Equal(forward.FoldMacroF1.Average(), forward.MacroF1.Difference.Estimate, 1e-12);
        Assert.Equal((forward.First / forward.Second) - 1, forward.RelativeMacroF1.Difference.Estimate, 1e-12);
    }

    [Fact]
    public void Equal_variants_never_differ() => Gen.Int[0, 1000].Sample(seed =>
    {
        var contrast = Contrasts(SyntheticStudy.Run("lc", Catalog, 0.7, 0, seed), SyntheticStudy.Run("md", Catalog, 0.7, 0, seed)).Of("lc", "md", 8)!;

        Assert.All(contrast.ClassF1.Append(contrast.MacroF1), d => Assert.Equal((0, 0, 0, 1), (d.Difference.Estimate, d.Difference.Low, d.Difference.High, d.PValue)));
    }, iter: 5);

    [Fact]
    public void One_fold_is_compared_as_two_runs_are()
    {
        var (first, second) = (SyntheticStudy.Run("lc", Catalog, 1), SyntheticStudy.Run("md", Catalog, 0.6, 0, 2));
        var expected = Comparison.Of(first.Predictions, second.Predictions, Quick).Single(day => day.Day == 64);
        var contrast = Contrasts(first, second).Of("lc", "md", 64)!;

        Assert.Equal(expected.MacroF1.Difference.Estimate, contrast.MacroF1.Difference.Estimate, 1e-12);
        Assert.Equal(expected.Classes.Select(c => Math.Round(c.F1.Difference.Estimate, 9)), contrast.ClassF1.Select(f1 => Math.Round(f1.Difference.Estimate, 9)));
        Assert.Equal(expected.Objects, contrast.Objects);
    }

    [Fact]
    public void Only_common_folds_and_objects_count()
    {
        var lost = SyntheticStudy.Run("md", Catalog, 0.6, 1, 3);
        lost = lost with { Predictions = SyntheticStudy.Keep(lost.Predictions, i => lost.Predictions.ObjectIds[i] != "Ia-0003") };
        var contrasts = Contrasts(SyntheticStudy.Run("lc", Catalog, 1, 0), SyntheticStudy.Run("lc", Catalog, 1, 1, 2), lost, SyntheticStudy.Run("md", Catalog, 1, 2), SyntheticStudy.Run("feat", Catalog, 1, 2));
        var contrast = contrasts.Of("lc", "md", 2048)!;
        var alone = Contrasts(SyntheticStudy.Run("lc", Catalog, 1, 1, 2), lost);

        Assert.Equal([1], contrast.Folds);
        Assert.Equal(47, contrast.Objects);
        Assert.Equal(alone.Of("lc", "md", 2048)!.MacroF1, contrast.MacroF1);
        Assert.Null(contrasts.Of("lc", "feat", 2048));
        Assert.Null(contrasts.Of("lc", "forest", 2048));
        Assert.Null(contrasts.Of("lc", "md", 3));
    }

    private static Contrasts Contrasts(params StudyRun[] runs) => new(new StudyPredictions(SyntheticStudy.Variants, runs, SyntheticStudy.Context), Quick);
}
