using Atat.Networks.Representation.PostDecoders;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Decoders;

/// <summary>
/// The LSTM decoder of thesis section 3.3.4: the embedding, repeated at every step and modulated by its time, then one LSTM layer. Points are
/// decoded in their order, which is that of time.
/// </summary>
public sealed class LstmDecoder : Module<Tensor, TimePoints, Prediction>, IDecoder
{
    private readonly Readout readout;
    private readonly TokenModulation modulation;
    private readonly Recurrence recurrence;

    /// <summary>Makes the decoder.</summary>
    public LstmDecoder(string name, RepresentationArchitecture architecture, int embeddingWidth, IPostDecoder? postDecoder)
        : base(name)
    {
        var width = architecture.LstmWidth;
        readout = new Readout("readout", architecture.Bands, width, postDecoder);
        modulation = new TokenModulation("modulation", architecture, readout.Bands, embeddingWidth, width);
        recurrence = new Recurrence("recurrence", width, width);
        register_module("modulation", modulation);
        register_module("recurrence", recurrence);
        register_module("readout", readout);
    }

    /// <inheritdoc cref="IDecoder.forward"/>
    public override Prediction forward(Tensor embedding, TimePoints points)
    {
        using var modulated = modulation.Repeat(embedding, readout.At(points));
        using var hidden = recurrence.forward(modulated);
        return readout.forward(hidden, points);
    }
}
