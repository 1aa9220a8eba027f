using static TorchSharp.torch;

namespace Atat.Networks.Representation.PostDecoders;

/// <summary>Leads from the steps of a decoder at reference points to the points asked for.</summary>
public interface IPostDecoder
{
    /// <summary>Width of what comes out.</summary>
    int Width { get; }

    /// <summary>Number of reference points, equally spaced on [0, 1].</summary>
    int ReferencePoints { get; }

    /// <summary>Transforms a batch.</summary>
    /// <param name="hidden">(batch, reference points, width of the decoder).</param>
    /// <param name="points">When; what padding holds must not matter.</param>
    /// <returns>(batch, steps, <see cref="Width"/>).</returns>
    Tensor forward(Tensor hidden, TimePoints points);
}
