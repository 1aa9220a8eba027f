using Atat.Networks.Representation.PreEncoders;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Encoders;

/// <summary>
/// One LSTM layer (thesis section 3.3.4). It knows which step comes after another but not when, so that observations come to it by time
/// modulation (section 3.3.2); the reference points of a pre-encoder by a linear layer.
/// </summary>
public sealed class LstmEncoder : Module<Series, HiddenSequence>, IEncoder
{
    private readonly IPreEncoder preEncoder;
    private readonly Module<TokenSequence, Tensor> embedding;
    private readonly Recurrence recurrence;

    /// <summary>Makes the encoder.</summary>
    public LstmEncoder(string name, RepresentationArchitecture architecture, IPreEncoder preEncoder)
        : base(name)
    {
        this.preEncoder = preEncoder;
        Width = architecture.LstmWidth;
        embedding = preEncoder.ReferencePoints is null
            ? new TokenModulation("embedding", architecture, preEncoder.Bands, preEncoder.Width, Width)
            : new TokenProjection("embedding", preEncoder.Width, Width);
        recurrence = new Recurrence("recurrence", Width, Width);
        if (preEncoder is Module module)
        {
            register_module("pre_encoder", module);
        }

        register_module("embedding", embedding);
        register_module("recurrence", recurrence);
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc cref="IEncoder.forward"/>
    public override HiddenSequence forward(Series series)
    {
        var tokens = preEncoder.forward(series);
        using var embedded = embedding.forward(tokens);
        return new(recurrence.forward(embedded), tokens.Points.Mask);
    }
}
