using static Atat.Reports.Representation.RepresentationNames;

namespace Atat.Reports.Representation;

/// <summary>The rows of the experiments, in the order of the thesis's tables.</summary>
internal static class RepresentationRows
{
    private static readonly (string Decoder, string PostDecoder)[] Decoders =
        [(Attention, None), (Attention, Mtan), (Perceptron, None), (Residual, Mtan), (Lstm, None), (Lstm, Mtan)];

    private static readonly (string Encoder, string PreEncoder)[] Encoders =
    [
        (Attention, None), (Lstm, None),
        (Attention, Mtan), (Residual, Mtan), (Lstm, Mtan),
        (Attention, Interpolation), (Residual, Interpolation), (Lstm, Interpolation),
    ];

    private static readonly string[] Losses = [SquaredError, Likelihood, CrossEntropy];

    /// <summary>The rows, without runs.</summary>
    /// <param name="kind">The experiment.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="variance">Loss of the networks that estimate the variance.</param>
    public static IEnumerable<RepresentationRow> Of(ExperimentKind kind, string dataset, string variance)
    {
        return kind switch
        {
            ExperimentKind.Decoders =>
                from loss in new[] { SquaredError, variance }.Index()
                from pair in Decoders.Index()
                let place = (loss.Index * Decoders.Length) + pair.Index
                select Row(place, loss.Item) with { Decoder = pair.Item.Decoder, PostDecoder = pair.Item.PostDecoder },
            ExperimentKind.Encoders => Encoders.Select((pair, i) => Row(i, variance) with { Encoder = pair.Encoder, PreEncoder = pair.PreEncoder }),
            _ => Losses.Select((loss, i) => Row(i, loss)),
        };

        RepresentationRow Row(int place, string loss) => new() { Dataset = dataset, Kind = kind, Place = place, Loss = loss };
    }
}
