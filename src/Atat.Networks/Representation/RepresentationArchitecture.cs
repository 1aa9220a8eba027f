namespace Atat.Networks.Representation;

/// <summary>The parts of an <see cref="Autoencoder"/> and their sizes; those of thesis section 3.3.4 where nothing else is said.</summary>
public sealed record RepresentationArchitecture
{
    /// <summary>Number of bands.</summary>
    public int Bands { get; init; } = 1;

    /// <summary>Encoder.</summary>
    public EncoderKind Encoder { get; init; }

    /// <summary>What comes before it.</summary>
    public PreEncoderKind PreEncoder { get; init; }

    /// <summary>Decoder.</summary>
    public DecoderKind Decoder { get; init; } = DecoderKind.Perceptron;

    /// <summary>What comes after it.</summary>
    public PostDecoderKind PostDecoder { get; init; }

    /// <summary>Self-attention: heads.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>Self-attention: width of each head.</summary>
    public int HeadWidth { get; init; } = 48;

    /// <summary>LSTM: hidden units.</summary>
    public int LstmWidth { get; init; } = 64;

    /// <summary>Residual blocks: feature maps.</summary>
    public int Maps { get; init; } = 32;

    /// <summary>Residual blocks: kernel width in steps.</summary>
    public int Kernel { get; init; } = 4;

    /// <summary>Residual blocks: by what each shortens the sequence in the encoder and lengthens it in the decoder.</summary>
    public int Factor { get; init; } = 3;

    /// <summary>Residual encoder: blocks. The thesis gives no number; three leave 4 of 128 points to average over, four would leave one.</summary>
    public int EncoderBlocks { get; init; } = 3;

    /// <summary>Residual decoder: length of the first map.</summary>
    public int FirstMap { get; init; } = 3;

    /// <summary>Perceptron decoder: residual blocks.</summary>
    public int PerceptronBlocks { get; init; } = 4;

    /// <summary>Perceptron decoder: hidden units.</summary>
    public int PerceptronWidth { get; init; } = 64;

    /// <summary>Reference (induction) points of pre-encoders and post-decoders, equally spaced on [0, 1] with both ends.</summary>
    public int ReferencePoints { get; init; } = 128;

    /// <summary>Interpolation-Prediction: by what the high-pass kernel is narrower, kappa.</summary>
    public double Kappa { get; init; } = 10;

    /// <summary>
    /// Interpolation-Prediction: unit of time that the kernels' alpha is learned in, as parts of [0, 1]. The thesis gives neither it nor the start of alpha;
    /// 100 is what the original code has for sets of one band, and makes the low-pass kernel begin with a standard deviation of 0.03.
    /// </summary>
    public double KernelUnits { get; init; } = 100;

    /// <summary>
    /// Interpolation-Prediction: whether a channel is taken relative to its mean over the reference points before channels are mixed, as in the original code
    /// but not in the thesis's equation 2.14.
    /// </summary>
    public bool CentresChannels { get; init; }

    /// <summary>Multi-time attention: heads.</summary>
    public int TimeHeads { get; init; } = 1;

    /// <summary>Multi-time attention: width of queries and keys, d_k.</summary>
    public int TimeKeyWidth { get; init; } = 48;

    /// <summary>Multi-time attention: width of an embedded time, d_r.</summary>
    public int TimeEmbeddingWidth { get; init; } = 16;

    /// <summary>Multi-time attention: width of what comes out.</summary>
    public int InterpolatedWidth { get; init; } = 48;

    /// <summary>Time modulation: harmonics H; chapter 3 gives no number, this is chapter 4's.</summary>
    public int Harmonics { get; init; } = 64;

    /// <summary>Time modulation: period Tmax, times being of 0 to 1.</summary>
    public double Period { get; init; } = 1;
}
