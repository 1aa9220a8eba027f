using System.Collections.Immutable;
using Atat.Metrics.Embeddings;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using Atat.Reports.Documents;
using Atat.Reports.Figures;
using Atat.Reports.Representation;
using Atat.Reports.Studies;
using Atat.Training.Representation;
using Atat.Training.Representation.Data;
using Atat.Training.Representation.Studies;

namespace Atat.Cli.Studies;

/// <summary>Turns the finished runs of a representation study into its report.</summary>
internal static class RepresentationStudyReport
{
    private const int MapObjects = 1500;
    private const int GridPoints = 200;

    /// <summary>Writes the report of all finished runs in a study's folder.</summary>
    /// <param name="folder">Folder of the study.</param>
    /// <param name="command">The command, for the record.</param>
    /// <param name="terminal">Told what is going on.</param>
    /// <returns>Path of the page; null where no run is finished.</returns>
    public static string? Write(string folder, string command, Terminal terminal)
    {
        var finished = FinishedRuns.In(folder).Select(run => (Run: run, Config: run.ReadConfig())).ToArray();
        if (finished.Length == 0)
        {
            return null;
        }

        var data = ImmutableArray.CreateBuilder<RepresentationData>();
        var (examples, maps) = (new List<ReconstructionExample>(), new List<NamedFigure>());
        foreach (var group in finished.GroupBy(r => RepresentationDatasets.NameOf(r.Config.Dataset), StringComparer.Ordinal))
        {
            terminal.Say($"drawing {group.Key}");
            var (run, config) = group.OrderByDescending(r => r.Run.IsDrawable).ThenBy(r => Preference(r.Config)).First();
            var set = RepresentationDatasets.Open(config.Dataset, config.Data);
            data.Add(new(group.Key, group.Key) { Classes = Histogram(set) });

            // Scores alone are enough for the tables: whoever keeps many runs need not keep their weights.
            if (run.IsDrawable)
            {
                examples.AddRange(Examples(run, config, set));
                maps.Add(Map(run, set));
            }
        }

        var report = Path.Combine(folder, "report");
        RepresentationReport.Write(report, [.. finished.Select(r => RunOf(r.Run, r.Config))], examples, maps, new RepresentationContext
        {
            Data = data.ToImmutable(),
            Command = command,
            ProgramVersion = ProgramInfo.Version,
            Date = TimeProvider.System.GetUtcNow(),
        });
        return Path.Combine(report, "report.html");
    }

    // What the thesis draws: self-attention and perceptron, with the variance estimated.
    private static int Preference(RepresentationConfig config) =>
        (RepresentationVariant.Of(config) is { Encoder: EncoderKind.Attention, PreEncoder: PreEncoderKind.None } ? 0 : 4)
        + (RepresentationVariant.Of(config) is { Decoder: DecoderKind.Perceptron } ? 0 : 2)
        + (config.Loss == ReconstructionLoss.MeanSquaredError ? 1 : 0);

    private static ImmutableArray<StudyClass> Histogram(SeriesData set) =>
        [.. set.Classes.Select((name, c) => new StudyClass(name, set.Training.Labels.Count(l => l == c), set.Test.Labels.Count(l => l == c)))];

    private static List<ReconstructionExample> Examples(RepresentationRunFolder run, RepresentationConfig config, SeriesData set)
    {
        var examples = new List<ReconstructionExample>();
        using var autoencoder = AutoencoderRun.Open(run);
        float[] grid = [.. Enumerable.Range(0, GridPoints).Select(i => i / (GridPoints - 1f))];
        var network = $"encoder {PartNames.Of(config.Network.Encoder)}, decoder {PartNames.Of(config.Network.Decoder)}, {PartNames.Of(config.Loss)}";
        for (var c = 0; c < set.Classes.Length; c++)
        {
            if (Array.IndexOf(set.Test.Labels, c) is >= 0 and var row)
            {
                examples.Add(new(set.Name, network, set.Classes[c], [.. set.Bands.Select((_, band) => Band(autoencoder, config, set, row, band, grid)).Where(b => b.Times.Length > 0)]));
            }
        }

        return examples;
    }

    private static ReconstructionBand Band(AutoencoderRun autoencoder, RepresentationConfig config, SeriesData set, int row, int band, float[] grid)
    {
        var test = set.Test;
        var points = Enumerable.Range(test.Offsets[row], test.Length(row)).Where(k => test.Bands.Length == 0 || test.Bands[k] == band).ToArray();
        var (mean, deviation) = autoencoder.Reconstruct(test, row, band, grid);
        return new(
            set.Bands[band],
            [.. points.Select(k => (double)test.Times[k])],
            [.. points.Select(k => (double)test.Values[k])],
            test.Variances.Length == 0 ? [] : [.. points.Select(k => Math.Sqrt(test.Variances[k]))],
            [.. grid.Select(t => (double)t)],
            [.. mean.Select(m => (double)m)],
            config.Loss == ReconstructionLoss.MeanSquaredError ? [] : [.. deviation.Select(d => (double)d)]);
    }

    private static NamedFigure Map(RepresentationRunFolder run, SeriesData set)
    {
        var test = run.ReadTest();
        var rows = Enumerable.Range(0, test.Labels.Length).ToArray();
        new Random(0).Shuffle(rows);
        rows = rows[..Math.Min(MapObjects, rows.Length)];
        var width = test.Values.Length / test.Labels.Length;
        float[] values = [.. rows.SelectMany(r => test.Values[(r * width)..((r + 1) * width)])];
        int[] Of(int[] classes) => [.. rows.Select(r => classes[r])];
        var figure = EmbeddingMapFigure.Create(
            Umap.Fit(values, width, new UmapOptions()),
            set.Classes,
            ("true class", Of(test.Labels)),
            ("linear layer", Of(test.Linear)),
            ("perceptron", Of(test.Perceptron)));
        return new($"map-{set.Name}", $"Embeddings of {set.Name}", figure) { IsDense = true };
    }

    private static RepresentationRun RunOf(RepresentationRunFolder run, RepresentationConfig config) => new()
    {
        Dataset = RepresentationDatasets.NameOf(config.Dataset),
        Encoder = PartNames.Of(config.Network.Encoder),
        PreEncoder = PartNames.Of(config.Network.PreEncoder),
        Decoder = PartNames.Of(config.Network.Decoder),
        PostDecoder = PartNames.Of(config.Network.PostDecoder),
        Loss = PartNames.Of(config.Loss),
        Repetition = config.Seed,
        BatchSize = config.BatchSize,
        Tolerance = config.Tolerance,
        NoiseVariance = RepresentationDatasets.HasNoise(config.Dataset) ? config.Data.NoiseVariance : double.NaN,
        Scores = run.ReadScores(),
    };
}
