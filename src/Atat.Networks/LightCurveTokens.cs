using static TorchSharp.torch;

namespace Atat.Networks;

/// <summary>
/// The observations of a batch of light curves, ragged: all of them in one list ordered by band, and where each belongs in its
/// object's sequence. Padding exists in the gathered sequence only.
/// </summary>
/// <param name="Inputs">(observations, inputs): flux and flux error, ordered by band.</param>
/// <param name="Times">(observations): days since the first point of the object's window.</param>
/// <param name="BandOffsets">First observation of each band, and one past the last: (bands + 1).</param>
/// <param name="Sequence">
/// (objects, 1 + longest), int64: position in the list of observations plus one; 0 in column 0 (the class token) and in padding.
/// </param>
/// <param name="Visible">(objects, 1, 1, 1 + longest), bool: true where attention may look; null where nothing is padded.</param>
public sealed record LightCurveTokens(Tensor Inputs, Tensor Times, int[] BandOffsets, Tensor Sequence, Tensor? Visible) : IDisposable
{
    /// <summary>Number of objects.</summary>
    public long Objects => Sequence.shape[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        Inputs.Dispose();
        Times.Dispose();
        Sequence.Dispose();
        Visible?.Dispose();
    }
}
