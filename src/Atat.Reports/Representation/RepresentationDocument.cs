using System.Collections.Immutable;
using System.Globalization;
using Atat.Reports.Documents;
using Atat.Reports.Figures;

namespace Atat.Reports.Representation;

/// <summary>The report of a representation study.</summary>
internal static class RepresentationDocument
{
    /// <summary>Makes the report.</summary>
    public static Document Of(RepresentationSummary summary, IReadOnlyList<ReconstructionExample> examples, IReadOnlyList<NamedFigure> maps, RepresentationContext context) => new()
    {
        Title = "Which autoencoder represents irregular series best?",
        Lead = FormattableString.Invariant($"Encoders, decoders and losses of chapter 3 of the thesis, by what a classifier reads from their embeddings: {summary.Runs.Length:N0} trained autoencoders."),
        Facts =
        [
            ("Data", string.Join(", ", RepresentationNames.Ordered(summary.Runs.Select(run => run.Dataset)).Select(context.Title))),
            ("Command", context.Command), ("Version", context.ProgramVersion),
            ("Date", context.Date?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? ""),
        ],
        Notes = summary.Notes,
        Sections =
        [
            new("findings", "What the thesis says, and what is found here", new TextBlock(RepresentationFindingTables.Count(summary.Findings)), RepresentationFindingTables.Verdicts(summary.Findings)) { Wide = true },
            new("figures", "The figures behind the findings", [.. RepresentationFindingTables.Parts(summary.Findings) is { } parts ? [parts] : ImmutableArray<DocumentBlock>.Empty]) { Wide = true },
            new("decoders", "Varying decoders (tables 3.1 to 3.5)", Guided(summary.Of(ExperimentKind.Decoders).Select(experiment => RepresentationTables.Of(experiment, context)))) { Wide = true },
            new("encoders", "Varying encoders (tables 3.6 and 3.7)", Guided(summary.Of(ExperimentKind.Encoders).Select(experiment => RepresentationTables.Of(experiment, context)))) { Wide = true },
            new("finetuning", "Fine-tuning with a tenth of the labels (table 3.8)", Guided([RepresentationTables.FineTuning(summary, context)])) { Wide = true },
            new("losses", "Varying losses", Guided([RepresentationTables.Losses(summary, context)])) { Wide = true },
            new("reconstructions", "Reconstructions (figures 3.3, 3.4 and 3.6)", [.. Reconstructions(examples, context)]),
            new("embeddings", "Embeddings (figure 3.5)", [.. maps.Count == 0 ? [] : (DocumentBlock[])[new FigureBlock([.. maps], "Embeddings of test series in two dimensions.")]]) { Wide = true },
            new("data", "Data (figure 3.2)", [.. context.Data.SelectMany(Data)]),
        ],
    };

    private static IEnumerable<DocumentBlock> Reconstructions(IReadOnlyList<ReconstructionExample> examples, RepresentationContext context) =>
        from figure in examples.GroupBy(example => (example.Dataset, example.Network)).Index()
        let key = figure.Item.Key
        select new FigureBlock(
            [new NamedFigure(FormattableString.Invariant($"reconstruction_{figure.Index + 1}_{FileName(key.Dataset)}"), "", ReconstructionFigure.Create([.. figure.Item])) { IsDense = true }],
            $"{context.Title(key.Dataset)}: test series (dots{(figure.Item.Any(example => example.Bands.Any(band => !band.Errors.IsEmpty)) ? ", with observed errors" : "")}) and their reconstruction (curve{(figure.Item.Any(example => example.Bands.Any(band => !band.Deviation.IsEmpty)) ? " ± one estimated standard deviation" : "")}) by {key.Network}. A row a class, a colour a band.");

    private static IEnumerable<DocumentBlock> Data(RepresentationData data)
    {
        if (!data.Classes.IsEmpty)
        {
            var counts = FormattableString.Invariant($"{data.Title}: series of each class, logarithmic: {data.Classes.Sum(c => c.Training):N0} in training, {data.Classes.Sum(c => c.Test):N0} in the test.");
            yield return new FigureBlock(
                [new NamedFigure($"classes_{FileName(data.Name)}", "", ClassHistogramFigure.OfTrainingAndTest([.. data.Classes.Select(c => (c.Name, c.Training, c.Test))]))],
                data.Description.Length > 0 ? $"{counts} {data.Description}" : counts);
        }
        else if (data.Description.Length > 0)
        {
            yield return new TextBlock($"{data.Title}: {data.Description}");
        }
    }

    // The page is long, and a reader may come to any of its sections.
    private static ImmutableArray<DocumentBlock> Guided(IEnumerable<TableBlock?> tables) =>
        tables.OfType<TableBlock>().ToArray() is { Length: > 0 } made ? [RepresentationTables.Guide, .. made] : [];

    private static string FileName(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'));
}
