using Atat.Metrics;
using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>The comparisons that findings are made of. Each takes the scores of a row, this study's or the thesis's.</summary>
internal static class FindingComparisons
{
    // Of a mean over rows, and of a rank correlation: fewer say little of them.
    private const int FewestRows = 4;

    /// <summary>A score itself.</summary>
    public static FindingFigure Of(MeanScore score) => FindingFigure.Of(score, score.ToString());

    /// <summary>How much higher a score is than another.</summary>
    public static FindingFigure Rise(MeanScore from, MeanScore to) =>
        FindingFigure.Difference(from, to, $"{from} → {to} ({StudyText.Signed(to.Mean - from.Mean, 2)})");

    /// <summary>How much higher the second scores are than the first, on average over the pairs; the pairs' spread gives the error.</summary>
    public static FindingFigure MeanRise(IEnumerable<(MeanScore From, MeanScore To)> pairs)
    {
        double[] rises = [.. pairs.Where(pair => pair.From.IsMeasured && pair.To.IsMeasured).Select(pair => pair.To.Mean - pair.From.Mean)];
        var mean = MeanScore.Of(rises);
        var text = FormattableString.Invariant($"{StudyText.Signed(mean.Mean, 2)}{(rises.Length > 1 ? $" ± {StudyText.Fixed(mean.Deviation, 2)}" : "")} over {rises.Length} {(rises.Length == 1 ? "row" : "rows")}, above 0 in {rises.Count(rise => rise > 0)}");
        return FindingFigure.Of(mean, text, rises.Length >= FewestRows);
    }

    /// <summary>By how much the best of some rows is above the best of the others.</summary>
    public static FindingFigure Lead(IEnumerable<RepresentationRow> rows, Func<RepresentationRow, bool> belongs, Func<RepresentationRow, MeanScore> scoreOf)
    {
        var scored = Scored(rows, scoreOf, out var complete);
        var (leader, other) = (scored.FirstOrDefault(s => belongs(s.Row)), scored.FirstOrDefault(s => !belongs(s.Row)));
        return leader.Row is null || other.Row is null
            ? FindingFigure.None
            : FindingFigure.Difference(other.Score, leader.Score, $"{leader.Row.Title} {leader.Score}, {other.Row.Title} {other.Score}", complete);
    }

    /// <summary>By how much a row's score is below the second lowest of the others: above 0 it is the lowest or second lowest.</summary>
    public static FindingFigure AmongTwoLowest(IEnumerable<RepresentationRow> rows, Func<RepresentationRow, bool> isIt, Func<RepresentationRow, MeanScore> scoreOf)
    {
        var scored = Scored(rows, scoreOf, out var complete);
        scored.Reverse();
        var place = scored.FindIndex(s => isIt(s.Row));
        if (place < 0 || scored.Count < 3)
        {
            return FindingFigure.None;
        }

        var (own, limit) = (scored[place], scored.Where((_, i) => i != place).ElementAt(1));
        var rivals = scored.Where((_, i) => i != place).Take(2).Select(s => $"{s.Row.Title} {s.Score}");
        return FindingFigure.Difference(own.Score, limit.Score, FormattableString.Invariant($"{own.Score}, place {place + 1} of {scored.Count}; beside it {string.Join(", ", rivals)}"), complete);
    }

    /// <summary>By how much the rows of a pre-encoder are below those of the same encoder with another, where they are closest.</summary>
    public static FindingFigure SmallestGap(IReadOnlyCollection<RepresentationRow> rows, string preEncoder, Func<RepresentationRow, MeanScore> scoreOf)
    {
        var gaps =
            from row in rows
            where row.PreEncoder == preEncoder
            from other in rows
            where other.PreEncoder != preEncoder && other.Encoder == row.Encoder
            let figure = FindingFigure.Difference(scoreOf(row), scoreOf(other), $"{row.Title} {scoreOf(row)}, {other.Title} {scoreOf(other)}")
            select figure;
        var all = gaps.ToArray();
        var measured = all.Where(gap => !double.IsNaN(gap.Estimate)).ToArray();
        return measured.Length == 0 ? FindingFigure.None : measured.MinBy(gap => gap.Estimate) with { IsComplete = measured.Length == all.Length };
    }

    /// <summary>By how much the rank correlation of a score with a third exceeds that of another; its range is that with any one row left out.</summary>
    public static FindingFigure CorrelationLead(IReadOnlyCollection<RepresentationRow> rows, Func<RepresentationRow, (MeanScore First, MeanScore Second, MeanScore Target)> scoresOf)
    {
        (double First, double Second, double Target)[] points =
        [
            .. rows.Select(scoresOf).Where(s => s.First.IsMeasured && s.Second.IsMeasured && s.Target.IsMeasured).Select(s => (s.First.Mean, s.Second.Mean, s.Target.Mean)),
        ];
        if (points.Length < FewestRows)
        {
            return FindingFigure.None;
        }

        var (first, second) = Correlations(points);
        double[] without = [.. points.Select((_, left) => Correlations([.. points.Where((_, i) => i != left)])).Select(c => c.First - c.Second)];
        var text = FormattableString.Invariant($"{StudyText.Fixed(first, 2)} against {StudyText.Fixed(second, 2)} over {points.Length} rows; the difference with one left out is {StudyText.Signed(without.Min(), 2)} … {StudyText.Signed(without.Max(), 2)}");
        return double.IsNaN(first - second) ? FindingFigure.None : new(first - second, without.Min(), without.Max(), text, points.Length == rows.Count, IsOfSingleRuns: false);
    }

    private static (double First, double Second) Correlations((double First, double Second, double Target)[] points)
    {
        double[] target = [.. points.Select(p => p.Target)];
        return (Correlation.Spearman([.. points.Select(p => p.First)], target), Correlation.Spearman([.. points.Select(p => p.Second)], target));
    }

    // Highest first.
    private static List<(RepresentationRow Row, MeanScore Score)> Scored(IEnumerable<RepresentationRow> rows, Func<RepresentationRow, MeanScore> scoreOf, out bool complete)
    {
        var all = rows.Select(row => (Row: row, Score: scoreOf(row))).ToArray();
        complete = all.All(s => s.Score.IsMeasured);
        return [.. all.Where(s => s.Score.IsMeasured).OrderByDescending(s => s.Score.Mean)];
    }
}
