using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.PreEncoders;

/// <summary>
/// Multi-time attention (Shukla and Marlin 2021; thesis equations 2.15 to 2.18) from observations to reference points: a reference point's
/// time asks, the times of a band's observations answer, their values are averaged; what all heads have of all bands is mixed linearly.
/// </summary>
public sealed class MultiTimePreEncoder : Module<Series, TokenSequence>, IPreEncoder
{
    private readonly int points;
    private readonly int bands;
    private readonly TimeAttention attention;
    private readonly Linear output;

    /// <summary>Makes the pre-encoder.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Bands, reference points and the sizes of multi-time attention.</param>
    public MultiTimePreEncoder(string name, RepresentationArchitecture architecture)
        : base(name)
    {
        points = architecture.ReferencePoints;
        bands = architecture.Bands;
        Width = architecture.InterpolatedWidth;
        attention = new TimeAttention("attention", architecture.TimeHeads, architecture.TimeEmbeddingWidth, architecture.TimeKeyWidth);
        output = Linear(bands * architecture.TimeHeads, Width, hasBias: false);
        register_module("attention", attention);
        register_module("output", output);
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int Bands => 1;

    /// <inheritdoc/>
    public int? ReferencePoints => points;

    /// <inheritdoc cref="IPreEncoder.forward"/>
    public override TokenSequence forward(Series series)
    {
        using var membership = series.Points.Membership(bands, series.Values);
        using var values = series.Points.Clean(series.Values);
        using var reference = TimePoints.Reference(points, 1, values).Times;
        using var scores = attention.forward(reference, series.Points.CleanTimes());
        var (context, _) = BandAverage.Of(scores, values.unsqueeze(1), membership.unsqueeze(1));

        // (batch, heads, points, bands): bands outside, heads inside.
        using var joined = context.permute(0, 2, 3, 1).reshape(series.Objects, points, -1);
        return new(output.forward(joined), TimePoints.Reference(points, series.Objects, series.Values));
    }
}
