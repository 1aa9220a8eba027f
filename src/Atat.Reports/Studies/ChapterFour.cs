using Atat.LightCurves;

namespace Atat.Reports.Studies;

/// <summary>From the predictions of a study's runs to what they say (thesis section 4.5).</summary>
public static class ChapterFour
{
    // A family of 24 tests at 5 % needs p-values below 0.002.
    private const int DefaultResamples = 2000;

    /// <summary>Scores the variants, and tests what the thesis says of them.</summary>
    /// <param name="variants">The variants of the study, whether they have runs or not.</param>
    /// <param name="runs">The runs that there are, in any order.</param>
    /// <param name="context">Days and taxonomy of the study.</param>
    /// <param name="options">Bootstrap and days of the tables; defaults where null.</param>
    /// <exception cref="InputException">No run, an unknown variant, a variant and fold twice, other classes or labels, or predictions that <see cref="Evaluation"/> refuses.</exception>
    public static ChapterFourSummary Summarise(IReadOnlyList<StudyVariant> variants, IReadOnlyList<StudyRun> runs, StudyContext context, EvaluationOptions? options = null)
    {
        options ??= new EvaluationOptions { Resamples = DefaultResamples };
        var study = new StudyPredictions(variants, runs, context);
        var scores = (from variant in variants
                      from day in study.Days
                      select (variant.Key, day)).AsParallel().AsOrdered()
            .Select(at => (at.Key, Scores: VariantScores.At(study, at.Key, at.day, options)))
            .Where(at => at.Scores is not null)
            .ToLookup(at => at.Key, at => at.Scores!);
        var summary = new ChapterFourSummary
        {
            Classes = study.Classes,
            Days = study.Days,
            Variants = [.. variants.Where(v => study.Of(v.Key).Any()).Select(v => new VariantSummary { Variant = v, Runs = [.. study.Of(v.Key).Select(fold => fold.Run)], Days = [.. scores[v.Key]] })],
            Missing = [.. variants.Where(v => !study.Of(v.Key).Any())],
            Hypothesis = new HypothesisTest([], ""),
            Claims = [],
            Ablations = [],
            Options = options,
            Notes = [],
        };
        var contrasts = new Contrasts(study, options);
        return summary with
        {
            Hypothesis = HypothesisTest.Of(summary, contrasts),
            Claims = [.. ThesisClaims.Of.AsParallel().AsOrdered().Select(claim => ClaimResult.Of(claim, summary, contrasts))],
            Ablations = AblationRow.Of(summary, contrasts),
            Notes = [.. context.Notes, .. StudyNotes.Of(summary)],
        };
    }
}
