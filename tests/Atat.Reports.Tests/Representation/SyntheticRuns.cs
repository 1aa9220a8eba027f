using Atat.Metrics.Embeddings;
using Atat.Reports.Representation;

namespace Atat.Reports.Tests.Representation;

/// <summary>Runs of a representation study whose scores are the thesis's figures.</summary>
internal static class SyntheticRuns
{
    public const int Objects = 1234;

    private static readonly string[] Datasets = [RepresentationNames.SynA, RepresentationNames.SynB, RepresentationNames.SynC, RepresentationNames.Eros, RepresentationNames.Ztf];

    /// <summary>A run for every row of the tables, two that are the deviation apart where several are wanted.</summary>
    public static RepresentationRun[] OfThesis(bool several = false) =>
    [
        .. from dataset in Datasets
           from kind in new[] { ExperimentKind.Encoders, ExperimentKind.Decoders }
           where ThesisRepresentation.Table(kind, dataset).Length > 0
           from row in RepresentationRows.Of(kind, dataset, VarianceLoss(dataset))
           where kind == ExperimentKind.Encoders || RepresentationNames.IsSynthetic(dataset) || row.Decoder != RepresentationNames.Perceptron || !row.Variance
           from repetition in Enumerable.Range(0, several ? 2 : 1)
           select Of(row, repetition, several ? 1 - (2 * repetition) : 0),
    ];

    /// <summary>Cross-entropy of one data set, likelihood of the others.</summary>
    public static string VarianceLoss(string dataset) =>
        dataset == RepresentationNames.Eros ? RepresentationNames.CrossEntropy : RepresentationNames.Likelihood;

    private static RepresentationRun Of(RepresentationRow row, int repetition, int side)
    {
        return new RepresentationRun
        {
            Dataset = row.Dataset,
            Encoder = row.Encoder,
            PreEncoder = row.PreEncoder,
            Decoder = row.Decoder,
            PostDecoder = row.PostDecoder,
            Loss = row.Loss,
            Repetition = repetition,
            Scores = new RepresentationScores
            {
                TrainingObjects = Objects,
                TestObjects = 500,
                Epochs = 40 + row.Place,
                StoppedEarly = true,
                MeanSquaredError = Share(RepresentationMetric.Reconstruction) is var error && double.IsNaN(error) ? 0.5 : error,
                AccuracyLinear = Share(RepresentationMetric.Linear),
                AccuracyOnlineLinear = Share(RepresentationMetric.OnlineLinear),
                AccuracyPerceptron = Share(RepresentationMetric.NonLinear),
                AccuracyOnlinePerceptron = Share(RepresentationMetric.OnlineNonLinear),
                AccuracyNeighbours = Share(RepresentationMetric.NonLinear) - 0.1,
                AccuracyFineTuned = Share(RepresentationMetric.FineTuned),
                FineTunedObjects = 77,
            },
        };

        double Share(RepresentationMetric metric) =>
            (row.Thesis(metric).Mean + (side == 0 ? 0 : side * row.Thesis(metric).Deviation / Math.Sqrt(2))) / 100;
    }
}
