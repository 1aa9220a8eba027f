using Atat.Networks.Representation.PreEncoders;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.Encoders;

/// <summary>Time modulation, then one layer of self-attention without skip connection (thesis section 3.3.4).</summary>
public sealed class AttentionEncoder : Module<Series, HiddenSequence>, IEncoder
{
    private readonly IPreEncoder preEncoder;
    private readonly TokenModulation modulation;
    private readonly SelfAttention attention;

    /// <summary>Makes the encoder.</summary>
    public AttentionEncoder(string name, RepresentationArchitecture architecture, IPreEncoder preEncoder)
        : base(name)
    {
        this.preEncoder = preEncoder;
        Width = architecture.Heads * architecture.HeadWidth;
        modulation = new TokenModulation("modulation", architecture, preEncoder.Bands, preEncoder.Width, Width);
        attention = new SelfAttention("attention", architecture.Heads, architecture.HeadWidth);
        if (preEncoder is Module module)
        {
            register_module("pre_encoder", module);
        }

        register_module("modulation", modulation);
        register_module("attention", attention);
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc cref="IEncoder.forward"/>
    public override HiddenSequence forward(Series series)
    {
        var tokens = preEncoder.forward(series);
        using var modulated = modulation.forward(tokens);
        using var visible = tokens.Points.Visible();
        return new(attention.Attend(modulated, visible), tokens.Points.Mask, attention.Output);
    }
}
