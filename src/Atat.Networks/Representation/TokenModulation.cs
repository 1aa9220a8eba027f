using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation;

/// <summary>
/// Time modulation (thesis equations 3.5 and 3.6) of padded sequences: <see cref="TimeModulation"/> with harmonics of 1 ... H and times of
/// the order of one. Padding is never read, and comes out as zero.
/// </summary>
public sealed class TokenModulation : Module<TokenSequence, Tensor>
{
    private static readonly Scalar Zero = TensorArithmetic.Number(0);

    private readonly int bands;
    private readonly TimeModulation modulation;

    /// <summary>Makes the module.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Harmonics and period.</param>
    /// <param name="bands">Number of bands of the steps, 1 for reference points.</param>
    /// <param name="inputs">Width of a step.</param>
    /// <param name="width">Width that comes out.</param>
    public TokenModulation(string name, RepresentationArchitecture architecture, int bands, int inputs, int width)
        : base(name)
    {
        this.bands = bands;
        var settings = new AtatArchitecture
        {
            Classes = 1,
            Bands = bands,
            TabularColumns = 0,
            Inputs = inputs,
            Harmonics = architecture.Harmonics,
            FirstHarmonic = 1,
            Period = architecture.Period,
        };
        modulation = new TimeModulation(name, settings, width);
        register_module("modulation", modulation);
    }

    /// <summary>Modulates a sequence.</summary>
    /// <returns>(batch, steps, width).</returns>
    public override Tensor forward(TokenSequence input)
    {
        if (bands == 1)
        {
            using var clean = Blank(input.Values, input.Points.Mask);
            using var embedded = modulation.Embed(clean);
            return ModulateAll(embedded, input.Points);
        }

        using var order = Order(input.Points, out var offsets);
        using var rows = input.Values.reshape(-1, input.Values.shape[2]).index_select(0, order);
        using var embeddedRows = modulation.Embed(rows);
        return Modulate(embeddedRows, input.Points, order, offsets);
    }

    /// <summary>Repeats one vector an object at every step and modulates it (the dec-post-operation of thesis section 3.3.4).</summary>
    /// <param name="embedding">(batch, inputs).</param>
    /// <param name="points">Where to.</param>
    /// <returns>(batch, steps, width).</returns>
    public Tensor Repeat(Tensor embedding, TimePoints points)
    {
        using var embedded = modulation.Embed(embedding);
        if (bands == 1)
        {
            using var everywhere = embedded.unsqueeze(1);
            return ModulateAll(everywhere, points);
        }

        using var order = Order(points, out var offsets);
        using var objects = TensorArithmetic.Counting(embedding.shape[0], embedding.device);
        using var objectOf = objects.repeat_interleave(points.Times.shape[1]).index_select(0, order);
        using var rows = embedded.index_select(0, objectOf);
        return Modulate(rows, points, order, offsets);
    }

    // Of one band, padding and all: to leave it out would cost more than it does. What is embedded is (batch, steps or 1, width).
    private Tensor ModulateAll(Tensor embedded, TimePoints points)
    {
        points.RequireBands(bands);
        using var clean = points.CleanTimes();
        using var times = points.AreShared ? clean.narrow(0, 0, 1) : clean.alias();
        var (scale, shift) = modulation.SeriesAt(times.reshape(-1), [0, (int)times.numel()]);
        using var modulated = TimeModulation.Modulate(embedded, scale.view(times.shape[0], times.shape[1], -1), shift.view(times.shape[0], times.shape[1], -1));
        return Blank(modulated, points.Mask);
    }

    // (batch, steps, width), zero in padding.
    private static Tensor Blank(Tensor values, Tensor? mask)
    {
        if (mask is null)
        {
            return values.alias();
        }

        using var padding = mask.logical_not().unsqueeze(2);
        return values.masked_fill(padding, Zero);
    }

    // The slots that are no padding, by band.
    private Tensor Order(TimePoints points, out int[] offsets)
    {
        var slots = points.Times.numel();
        if (points is { Mask: null, Bands: null })
        {
            points.RequireBands(bands);
            offsets = [0, (int)slots];
            return TensorArithmetic.Counting(slots, points.Times.device);
        }

        using var membership = points.Membership(bands, points.Times);
        var parts = membership.view(slots, bands).unbind(1).Select(isOf => isOf.nonzero().squeeze(1)).ToArray();
        offsets = new int[bands + 1];
        for (var band = 0; band < bands; band++)
        {
            offsets[band + 1] = offsets[band] + (int)parts[band].shape[0];
        }

        return cat(parts, 0);
    }

    private Tensor Modulate(Tensor embedded, TimePoints points, Tensor order, int[] offsets)
    {
        var (batch, steps) = (points.Times.shape[0], points.Times.shape[1]);
        using var times = points.Times.reshape(-1).index_select(0, order);
        var (scale, shift) = modulation.SeriesAt(times, offsets);
        using var modulated = TimeModulation.Modulate(embedded, scale, shift);
        using var numbers = TensorArithmetic.Counting(order.shape[0] + 1, order.device);
        using var ranks = numbers.narrow(0, 1, order.shape[0]);
        using var places = zeros([batch * steps], ScalarType.Int64, order.device).index_copy_(0, order, ranks);
        using var padding = zeros([1, modulated.shape[1]], modulated.dtype, modulated.device);
        using var padded = cat([padding, modulated], 0);
        return padded.index_select(0, places).view(batch, steps, -1);
    }
}
