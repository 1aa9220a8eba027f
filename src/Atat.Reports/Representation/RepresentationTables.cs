using System.Collections.Immutable;
using System.Globalization;
using Atat.Reports.Documents;
using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>Tables of experiments: the scores here and in the thesis, and what stands behind them.</summary>
internal static class RepresentationTables
{
    private const string Mark = "\u00a0†";

    private static readonly ImmutableArray<string> TrainingHeads = ["runs", "series", "epochs", "ended"];

    /// <summary>How to read the tables.</summary>
    public static TextBlock Guide { get; } = new(
        "Scores are the mean ± standard deviation over runs in percent, the best of a column bold; without ± a single run. MSE: of the reconstruction, times 100, of light curves in percent of the variance of each; the thesis does not name the unit of its own. kNN: vote of the nearest neighbours in the embedding. Series: those that an autoencoder was trained on. †: training ended at the limit of passes, not by early stopping; the row may be below what it can reach. Early (2 %): ended when as many passes as it had patience for, five unless set otherwise, together lowered the error by no more than 2 % of its whole fall since the first; without a share, when none of them lowered it, as in the thesis.");

    /// <summary>Table 3.1 to 3.7 of a data set.</summary>
    public static TableBlock Of(RepresentationExperiment experiment, RepresentationContext context)
    {
        var decoders = experiment.Kind == ExperimentKind.Decoders;
        ImmutableArray<string> names = decoders ? ["variance", "decoder + post-decoder"] : ["encoder + pre-encoder"];
        var columns = RepresentationMetric.OfTables.Select(metric => (Metric: metric, Thesis: experiment.Rows.Any(row => row.Thesis(metric).IsMeasured))).ToArray();
        return new TableBlock
        {
            Caption = Caption(experiment, context),
            Groups = [("", names.Length), .. columns.Select(column => (column.Metric.Title, column.Thesis ? 2 : 1)), ("training", TrainingHeads.Length)],
            Head = [.. names, .. columns.SelectMany(column => column.Thesis ? ["here", "thesis"] : (string[])["here"]), .. TrainingHeads],
            TextColumns = [.. Enumerable.Range(0, names.Length)],
            Rows = [.. experiment.Rows.Select(row => Row(row, [.. Names(row)]))],
        };

        ImmutableArray<Cell> Row(RepresentationRow row, ImmutableArray<Cell> cells) =>
        [
            .. cells,
            .. columns.SelectMany(column => Scores(experiment, row, column.Metric, column.Thesis)),
            .. Training(row),
        ];
    }

    /// <summary>Losses of the network that all experiments share, all data sets that have them; null where none has.</summary>
    public static TableBlock? Losses(RepresentationSummary summary, RepresentationContext context)
    {
        var experiments = summary.Of(ExperimentKind.Losses).ToArray();
        return experiments.Length == 0 ? null : new TableBlock
        {
            Caption = "Encoder MHA, decoder MLP, of data sets with observed errors.",
            Head = ["data set", "loss", .. RepresentationMetric.OfTables.Select(metric => metric.Title), .. TrainingHeads],
            TextColumns = [0, 1],
            Rows =
            [
                .. from experiment in experiments
                   from row in experiment.Rows
                   select (ImmutableArray<Cell>)[context.Title(row.Dataset), row.Title + Dagger(row), .. RepresentationMetric.OfTables.SelectMany(metric => Scores(experiment, row, metric, false)), .. Training(row)],
            ],
        };
    }

    /// <summary>Table 3.8: encoders fine-tuned with a tenth of the labels; null where no run has it.</summary>
    public static TableBlock? FineTuning(RepresentationSummary summary, RepresentationContext context)
    {
        var experiments = summary.Of(ExperimentKind.Encoders).Where(e => e.Rows.Any(row => row.Score(RepresentationMetric.FineTuned).IsMeasured)).ToArray();
        var columns = experiments.Select(e => (Experiment: e, Thesis: ThesisRepresentation.Table(e.Kind, e.Dataset).Length > 0)).ToArray();
        return experiments.Length == 0 ? null : new TableBlock
        {
            Caption = $"Accuracy in percent of encoders fine-tuned end to end with a tenth of the labels (thesis table 3.8); \"labels\" counts the series that they had. Decoder of the training before: MLP, {string.Join("; ", experiments.Select(e => $"{context.Title(e.Dataset)}: {RepresentationNames.Title(e.VarianceLoss)}"))}.",
            Groups = [("", 1), .. columns.Select(c => (context.Title(c.Experiment.Dataset), (c.Thesis ? 2 : 1) + 1 + TrainingHeads.Length))],
            Head = ["encoder + pre-encoder", .. columns.SelectMany(IEnumerable<string> (c) => c.Thesis ? ["here", ThesisRepresentation.Dataset(c.Experiment.Dataset), "labels", .. TrainingHeads] : ["here", "labels", .. TrainingHeads])],
            Rows = [.. experiments[0].Rows.Select((row, i) => (ImmutableArray<Cell>)[row.Title, .. columns.SelectMany(c => FineTuned(c.Experiment, c.Experiment.Rows[i], c.Thesis))])],
        };
    }

    private static string Caption(RepresentationExperiment experiment, RepresentationContext context)
    {
        var table = ThesisRepresentation.Table(experiment.Kind, experiment.Dataset);
        var thesis = table.Length == 0 ? "" : $" Thesis: table {table}, {ThesisRepresentation.Dataset(experiment.Dataset)}.";
        var loss = RepresentationNames.Title(experiment.VarianceLoss);
        var tests = experiment.Rows.SelectMany(row => row.Runs).Select(run => run.Scores.TestObjects);
        var what = experiment.Kind == ExperimentKind.Decoders
            ? $"decoders, encoder MHA. Variance off: {RepresentationNames.Title(RepresentationNames.SquaredError)}; on: {loss}."
            : $"encoders, decoder MLP, loss {loss}.";
        return $"{context.Title(experiment.Dataset)}: {what}{thesis} Scores of {Range(tests, value => value)} test series.";
    }

    private static IEnumerable<Cell> Names(RepresentationRow row) => row.Kind == ExperimentKind.Decoders
        ? [row.Variance ? "on" : "off", Whole(row.Title) + Dagger(row)]
        : [Whole(row.Title) + Dagger(row)];

    // The tables are wide, and would break the names first.
    private static string Whole(string title) => title.Replace(' ', '\u00a0');

    private static IEnumerable<Cell> FineTuned(RepresentationExperiment experiment, RepresentationRow row, bool thesis) =>
    [
        .. Scores(experiment, row, RepresentationMetric.FineTuned, thesis),
        Range(row.Runs.Where(run => !double.IsNaN(run.Scores.AccuracyFineTuned)), run => run.Scores.FineTunedObjects),
        .. Training(row),
    ];

    private static IEnumerable<Cell> Scores(RepresentationExperiment experiment, RepresentationRow row, RepresentationMetric metric, bool thesis)
    {
        var score = row.Score(metric);
        var measured = experiment.Rows.Select(other => other.Score(metric).Mean).Where(double.IsFinite).DefaultIfEmpty(double.NaN);
        yield return new Cell(score.ToString(), score.Mean == (metric.LessIsBetter ? measured.Min() : measured.Max()));
        if (thesis)
        {
            yield return row.Thesis(metric).ToString();
        }
    }

    private static IEnumerable<Cell> Training(RepresentationRow row) =>
    [
        StudyText.Whole(row.Runs.Length),
        Range(row.Runs, run => run.Scores.TrainingObjects),
        Range(row.Runs, run => run.Scores.Epochs),
        row.Runs.IsEmpty ? StudyText.Missing
            : row.AtLimit == 0 ? "early" + Tolerance(row)
            : row.AtLimit == row.Runs.Length ? "limit" + Mark
            : string.Create(CultureInfo.InvariantCulture, $"limit\u00a0{row.AtLimit}\u00a0of\u00a0{row.Runs.Length}{Mark}"),
    ];

    private static string Tolerance(RepresentationRow row) => row.Runs.Max(run => run.Tolerance) is > 0 and var most
        ? string.Create(CultureInfo.InvariantCulture, $"\u00a0({100 * row.Runs.Min(run => run.Tolerance):0.##}{(row.Runs.Min(run => run.Tolerance) < most ? $"\u2013{100 * most:0.##}" : "")}\u00a0%)")
        : "";

    private static string Dagger(RepresentationRow row) => row.AtLimit > 0 ? Mark : "";

    private static string Range<T>(IEnumerable<T> items, Func<T, int> value)
    {
        int[] values = [.. items.Select(value)];
        return values.Length == 0 ? StudyText.Missing
            : values.Min() == values.Max() ? StudyText.Whole(values[0])
            : $"{StudyText.Whole(values.Min())}–{StudyText.Whole(values.Max())}";
    }
}
