using Atat.Networks.Representation.PostDecoders;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// The end of a decoder: the post-decoder, if there is one, and a linear layer to a mean and a log-variance for each band, of which that of
/// the band asked for is taken.
/// </summary>
public sealed class Readout : Module<Tensor, TimePoints, Prediction>
{
    private readonly int bands;
    private readonly IPostDecoder? postDecoder;
    private readonly Linear head;

    /// <summary>Makes the module.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="bands">Number of bands.</param>
    /// <param name="width">Width of the decoder's steps.</param>
    /// <param name="postDecoder">Leads from reference points to the points asked for; null where the decoder works at these.</param>
    public Readout(string name, int bands, int width, IPostDecoder? postDecoder)
        : base(name)
    {
        this.bands = bands;
        this.postDecoder = postDecoder;
        head = Linear(postDecoder?.Width ?? width, 2 * bands);
        if (postDecoder is Module module)
        {
            register_module("post_decoder", module);
        }

        register_module("head", head);
    }

    /// <summary>Number of bands of the points that the decoder works at.</summary>
    public int Bands => postDecoder is null ? bands : 1;

    /// <summary>The points that the decoder works at: those asked for, or the reference points.</summary>
    public TimePoints At(TimePoints points) => postDecoder is null
        ? points
        : TimePoints.Reference(postDecoder.ReferencePoints, points.Times.shape[0], points.Times);

    /// <summary>Reads the decoder's steps.</summary>
    /// <param name="hidden">(batch, steps, width) at the points of <see cref="At"/>.</param>
    /// <param name="points">What was asked for.</param>
    public override Prediction forward(Tensor hidden, TimePoints points)
    {
        points.RequireBands(bands);
        using var steps = postDecoder is null ? hidden.alias() : postDecoder.forward(hidden, points);
        using var all = head.forward(steps);
        using var ofBand = bands == 1 ? all.alias() : OfBand(all, points);
        return new(ofBand.select(2, 0), LogVariance.Bound(ofBand.select(2, 1)));
    }

    // (batch, steps, 2 bands) to (batch, steps, 2).
    private Tensor OfBand(Tensor all, TimePoints points)
    {
        var (batch, steps) = (all.shape[0], all.shape[1]);
        using var band = points.Clean(points.Bands!).view(batch, steps, 1, 1).expand(batch, steps, 1, 2);
        return all.view(batch, steps, bands, 2).gather(2, band).squeeze(2);
    }
}
