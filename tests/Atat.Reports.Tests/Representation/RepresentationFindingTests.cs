using Atat.LightCurves;
using Atat.Reports.Representation;
using Atat.Reports.Studies;

namespace Atat.Reports.Tests.Representation;

public sealed class RepresentationFindingTests
{
    private static readonly RepresentationContext Context = new();

    private static readonly RepresentationRun[] Thesis = SyntheticRuns.OfThesis();

    [Fact]
    public void All_hold_in_the_thesis()
    {
        var findings = Findings(Thesis);

        Assert.Equal("abcdefghij", string.Concat(findings.Select(finding => finding.Letter)));
        Assert.All(findings, finding => Assert.Equal((finding.Letter, Verdict.Holds), (finding.Letter, finding.Verdict)));
        Assert.All(findings.SelectMany(finding => finding.Parts), part => Assert.NotEqual(Verdict.DoesNotHold, part.Decide(part.Thesis)));
        Assert.Equal([6, 1, 3, 4, 2, 2, 2, 8, 6, 2], findings.Select(finding => finding.Parts.Length));
    }

    [Fact]
    public void Opposite_scores_do_not_hold()
    {
        var opposite = Thesis.Select(run => run with
        {
            Scores = run.Scores with
            {
                MeanSquaredError = -run.Scores.MeanSquaredError,
                AccuracyLinear = run is { Dataset: "syn-c", Loss: "mse" } ? 0.9 : 1 - run.Scores.AccuracyLinear,
                AccuracyOnlineLinear = 1 - run.Scores.AccuracyOnlineLinear,
                AccuracyPerceptron = 1 - run.Scores.AccuracyPerceptron,
                AccuracyOnlinePerceptron = 1 - run.Scores.AccuracyOnlinePerceptron,
            },
        });

        Assert.All(Findings(opposite), finding => Assert.Equal((finding.Letter, Verdict.DoesNotHold), (finding.Letter, finding.Verdict)));
    }

    [Fact]
    public void Missing_rows_leave_a_finding_undecided_and_missing_data_unmeasured()
    {
        var some = Findings(Thesis.Where(run => run.Dataset == "eros_lmc" && (run.Encoder, run.PreEncoder) != ("resnet", "interpred") && (run.Decoder, run.PostDecoder) != ("resnet", "mtan")));
        Assert.Equal("aNotMeasured bNotMeasured cNotMeasured dUndecided eHolds fHolds gUndecided hHolds iUndecided jUndecided", string.Join(' ', some.Select(finding => $"{finding.Letter}{finding.Verdict}")));
        Assert.All(some.Where(finding => finding.Parts.IsEmpty), finding => Assert.Equal(Verdict.NotMeasured, finding.Verdict));

        var one = Findings([Thesis.First(run => run.Dataset == "syn-b")]);
        Assert.All(one, finding => Assert.Equal(Verdict.NotMeasured, finding.Verdict));
        Assert.All(Findings([]), finding => Assert.Equal(Verdict.NotMeasured, finding.Verdict));

        var two = Findings(Thesis.Where(run => run.Dataset == "ztf_dr3_vsx" && run.Decoder == "mlp" && run.Encoder == "lstm" && run.PreEncoder == "none"));
        Assert.Equal(Verdict.Undecided, two.Single(finding => finding.Letter == 'h').Verdict);
    }

    [Fact]
    public void Deviations_over_runs_decide()
    {
        var several = Findings(SyntheticRuns.OfThesis(several: true));
        var rise = several.Single(finding => finding.Letter == 'b').Parts.Single();

        // 62.41 ± 15.46 and 98.76 ± 0.87, two runs each: the bound of 30 lies within two standard errors.
        Assert.Equal(36.35, rise.Here.Estimate, 1e-9);
        Assert.Equal(2 * Math.Sqrt(((15.46 * 15.46) + (0.87 * 0.87)) / 2), rise.Here.High - rise.Here.Estimate, 1e-9);
        Assert.Equal(Verdict.Undecided, rise.Verdict);
        Assert.Equal("62.41 ± 15.46 → 98.76 ± 0.87 (+36.35)", rise.Here.Text.Replace('\u00a0', ' '));
        Assert.Equal(rise.Thesis.Text, rise.Here.Text);
        Assert.Equal(Verdict.Holds, several.Single(finding => finding.Letter == 'e').Verdict);
        Assert.DoesNotContain(several, finding => finding.IsOfSingleRuns);
        Assert.Equal("abcdij", string.Concat(Findings(Thesis).Where(finding => finding.IsOfSingleRuns).Select(finding => finding.Letter)));
        Assert.Equal("holds (single runs)", RepresentationFindingTables.Verdicts([.. Findings(Thesis)]).Rows[0][^1].Text);
    }

    [Fact]
    public void Equal_runs_are_not_a_single_one_and_one_single_run_of_two_rows_is_told()
    {
        Assert.DoesNotContain(Findings(Thesis.Concat(Thesis.Select(run => run with { Repetition = 1 }))), finding => finding.IsOfSingleRuns);

        var mixed = Findings(SyntheticRuns.OfThesis(several: true).Where(run => run is not { Dataset: "syn-b", Decoder: "mha", PostDecoder: "none", Loss: "likelihood", Repetition: 1 }));
        Assert.Equal("b", string.Concat(mixed.Where(finding => finding.IsOfSingleRuns).Select(finding => finding.Letter)));
        Assert.True(mixed.Single(finding => finding.Letter == 'b').Parts.Single().Here is { IsOfSingleRuns: true } figure && figure.High > figure.Low);
    }

    [Fact]
    public void A_repetition_twice_is_an_error() =>
        Assert.Contains("syn-a: repetition 0 of encoder mha", Assert.Throws<InputException>(() => Findings([Thesis[0], Thesis[0]])).Message, StringComparison.Ordinal);

    private static RepresentationFinding[] Findings(IEnumerable<RepresentationRun> runs) => [.. RepresentationSummary.Of([.. runs], Context).Findings];
}
