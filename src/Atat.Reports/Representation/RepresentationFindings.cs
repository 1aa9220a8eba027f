using System.Collections.Immutable;
using static Atat.Reports.Representation.FindingComparisons;
using static Atat.Reports.Representation.RepresentationMetric;
using static Atat.Reports.Representation.RepresentationNames;

namespace Atat.Reports.Representation;

/// <summary>What thesis section 3.4 says, tried on this study's rows and on the thesis's own figures of the same rows.</summary>
internal static class RepresentationFindings
{
    private const double Unbounded = double.PositiveInfinity;

    // "At least 99 %" has 99 % in it.
    private const double NinetyNine = 99 - 1e-9, Ninety = 90 + 1e-9, Thirty = 30 - 1e-9, Five = 5 + 1e-9;

    /// <summary>The findings.</summary>
    /// <param name="experiments">The experiments of the study.</param>
    /// <param name="title">Title of a data set.</param>
    public static ImmutableArray<RepresentationFinding> Of(ImmutableArray<RepresentationExperiment> experiments, Func<string, string> title)
    {
        return
        [
            new('a', "On Syn-A, estimating the variance takes Acc-Linear from 90 % or less to 99 % or more with the decoders MHA, MLP and LSTM without post-decoder.", "3.4.2, table 3.1",
                [.. Decoders(SynA).SelectMany(e => e.Rows.Where(IsPlain).Select(row => Part(row.Title + (row.Variance ? ", with variance" : ", without variance"), row.Variance ? NinetyNine : -Unbounded, row.Variance ? Unbounded : Ninety, scoreOf => FindingComparisons.Of(scoreOf(row, Linear)))))]),
            new('b', "On Syn-B, estimating the variance raises Acc-Linear of the MHA decoder by 30 points or more.", "3.4.2, table 3.2",
                [.. Decoders(SynB).SelectMany(e => Pairs(e).Where(pair => IsPlain(pair.Without) && pair.Without.Decoder == Attention)).Select(pair => VarianceRise(pair, Thirty, Unbounded))]),
            new('c', "On Syn-C, where noise tells nothing of the class, estimating the variance changes Acc-Linear by 5 points or less with decoders without post-decoder.", "3.4.2, table 3.3",
                [.. Decoders(SynC).SelectMany(e => Pairs(e).Where(pair => IsPlain(pair.Without))).Select(pair => VarianceRise(pair, -Five, Five))]),
            new('d', "On real data, the MLP decoder has the lowest or second lowest squared error.", "3.4.2, tables 3.4 and 3.5",
            [
                .. from e in Real(ExperimentKind.Decoders)
                   from rows in e.Rows.GroupBy(row => row.Variance)
                   select Part($"{title(e.Dataset)}, {(rows.Key ? "with variance" : "without variance")}", 0, Unbounded, scoreOf => AmongTwoLowest(rows, row => row.Decoder == Perceptron, row => scoreOf(row, Reconstruction))),
            ]),
            new('e', "On real data, estimating the variance raises Acc-Linear, on average over decoders.", "3.4.2, tables 3.4 and 3.5", MeanRises(0, Unbounded)),
            new('f', "On real data, this rise is of 2 to 3 points (taken as 1 to 4).", "3.4.2, tables 3.4 and 3.5", MeanRises(1, 4)),
            new('g', "Over encoders, the ranks of Acc-MLP agree better with those of the fine-tuned accuracy than the ranks of Acc-Linear do (Spearman's correlation).", "3.4.4, tables 3.6 to 3.8",
                [.. Real(ExperimentKind.Encoders).Select(e => Part(title(e.Dataset), 0, Unbounded, scoreOf => CorrelationLead(e.Rows, row => (scoreOf(row, NonLinear), scoreOf(row, Linear), scoreOf(row, FineTuned)))))]),
            new('h', "On real data, online accuracies are lower than offline ones, on average over the rows of a table.", "3.4.2 to 3.4.4, tables 3.4 to 3.7",
            [
                .. from e in Real(ExperimentKind.Decoders).Concat(Real(ExperimentKind.Encoders))
                   from score in new[] { (Online: OnlineLinear, Offline: Linear), (Online: OnlineNonLinear, Offline: NonLinear) }
                   select Part($"{title(e.Dataset)}, {(e.Kind == ExperimentKind.Decoders ? "decoders" : "encoders")}, {score.Offline.Title}", 0, Unbounded, scoreOf => MeanRise(e.Rows.Select(row => (scoreOf(row, score.Online), scoreOf(row, score.Offline))))),
            ]),
            new('i', "With every encoder, MTAN is the worst pre-encoder.", "3.4.3 and 3.4.4, tables 3.6 to 3.8",
            [
                .. from e in Real(ExperimentKind.Encoders)
                   from metric in new[] { Linear, NonLinear, FineTuned }
                   select Part($"{title(e.Dataset)}, {metric.Title}", 0, Unbounded, scoreOf => SmallestGap(e.Rows, Mtan, row => scoreOf(row, metric))),
            ]),
            new('j', "An LSTM, alone or behind InterPred, has the best Acc-Linear of all encoders.", "3.4.3, tables 3.6 and 3.7",
                [.. Real(ExperimentKind.Encoders).Select(e => Part(title(e.Dataset), 0, Unbounded, scoreOf => Lead(e.Rows, row => row.Encoder == Lstm && row.PreEncoder != Mtan, row => scoreOf(row, Linear))))]),
        ];

        IEnumerable<RepresentationExperiment> Decoders(string dataset) => experiments.Where(e => e.Kind == ExperimentKind.Decoders && e.Dataset == dataset);

        IEnumerable<RepresentationExperiment> Real(ExperimentKind kind) => experiments.Where(e => e.Kind == kind && !IsSynthetic(e.Dataset));

        ImmutableArray<FindingPart> MeanRises(double above, double below) =>
            [.. Real(ExperimentKind.Decoders).Select(e => Part(title(e.Dataset), above, below, scoreOf => MeanRise(Pairs(e).Select(pair => (scoreOf(pair.Without, Linear), scoreOf(pair.With, Linear))))))];
    }

    private static FindingPart VarianceRise((RepresentationRow Without, RepresentationRow With) pair, double above, double below) =>
        Part(pair.With.Title, above, below, scoreOf => Rise(scoreOf(pair.Without, Linear), scoreOf(pair.With, Linear)));

    private static FindingPart Part(string where, double above, double below, Func<Func<RepresentationRow, RepresentationMetric, MeanScore>, FindingFigure> figure) =>
        new(where, above, below, figure((row, metric) => row.Score(metric)), figure((row, metric) => row.Thesis(metric)));

    private static bool IsPlain(RepresentationRow row) => row.PostDecoder == None;

    private static IEnumerable<(RepresentationRow Without, RepresentationRow With)> Pairs(RepresentationExperiment decoders) =>
        from without in decoders.Rows
        from with in decoders.Rows
        where !without.Variance && with.Variance && (without.Decoder, without.PostDecoder) == (with.Decoder, with.PostDecoder)
        select (without, with);
}
