namespace Atat.Networks.Representation.Encoders;

/// <summary>
/// Turns series into sequences of hidden vectors, whose masked average is the embedding. An implementer with weights derives from
/// <c>Module&lt;Series, HiddenSequence&gt;</c>, whose <c>forward</c> is the one here.
/// </summary>
public interface IEncoder
{
    /// <summary>Width of the hidden vectors, and so of the embedding.</summary>
    int Width { get; }

    /// <summary>Encodes a batch; what its padding holds must not matter.</summary>
    HiddenSequence forward(Series series);
}
