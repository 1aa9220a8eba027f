using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks;

/// <summary>
/// ATAT (thesis figure 4.1): a Transformer over the observations of a light curve, another over tabular columns, a head on each
/// and one on both. Either branch may be absent; or the tabular tokens join the light curve's sequence, and there is one of everything.
/// </summary>
public sealed class AtatModel : Module<LightCurveTokens?, Tensor?, AtatOutput>
{
    private readonly Module<LightCurveTokens, Tensor>? embedding;

    // Named as registered: moving to another device replaces parameters, and finds their fields by these names.
    [ComponentName(Name = "light_curve_token")]
    private readonly Parameter? lightCurveToken;

    private readonly Transformer? lightCurveTransformer;
    private readonly ClassHead? lightCurveHead;
    private readonly QuantileFeatureTokenizer? tokenizer;

    [ComponentName(Name = "tabular_token")]
    private readonly Parameter? tabularToken;

    private readonly Transformer? tabularTransformer;
    private readonly ClassHead? tabularHead;
    private readonly MixHead? mixHead;

    /// <summary>Makes a network with fresh weights from the global generator.</summary>
    /// <exception cref="ArgumentException">The architecture has no branch, a tabular branch without columns, or tabular tokens without a sequence to join.</exception>
    public AtatModel(AtatArchitecture architecture)
        : base("atat")
    {
        Architecture = architecture;
        if (architecture is { LightCurve: null, Tabular: null } or { Tabular: not null, TabularColumns: < 1 })
        {
            throw new ArgumentException("A network needs a light-curve branch, or a tabular branch with at least one column.", nameof(architecture));
        }

        if (architecture is { JoinsSequence: true } and not { LightCurve: not null, Tabular: null, TabularColumns: >= 1 })
        {
            throw new ArgumentException("Tabular tokens in the light curve's sequence need a light-curve branch, at least one column, and no tabular branch.", nameof(architecture));
        }

        var tokenScale = architecture.Initialisation == Initialisation.Published ? 1 : 0.02;
        if (architecture.LightCurve is { } lightCurve)
        {
            var isModulated = architecture.Positional == PositionalEncoding.TimeModulation;
            embedding = isModulated
                ? new TimeModulation("time modulation", architecture, lightCurve.Width)
                : new SinusoidalEncoding("sinusoidal encoding", architecture, lightCurve.Width);
            lightCurveToken = Parameter(init.normal_(empty(1, lightCurve.Width), 0, tokenScale));
            lightCurveTransformer = new Transformer("light curve", lightCurve, architecture.Dropout, architecture.AttentionDropout);
            lightCurveHead = new ClassHead("light-curve head", lightCurve.Width, architecture.Classes);
            register_module(isModulated ? "time_modulation" : "sinusoidal_encoding", embedding);
            register_parameter("light_curve_token", lightCurveToken);
            register_module("light_curve_transformer", lightCurveTransformer);
            register_module("light_curve_head", lightCurveHead);
            if (architecture.JoinsSequence)
            {
                tokenizer = new QuantileFeatureTokenizer("tokenizer", architecture.TabularColumns, lightCurve.Width, architecture.Initialisation);
                register_module("quantile_feature_tokenizer", tokenizer);
            }
        }

        if (architecture.Tabular is { } tabular)
        {
            tokenizer = new QuantileFeatureTokenizer("tokenizer", architecture.TabularColumns, tabular.Width, architecture.Initialisation);
            tabularToken = Parameter(init.normal_(empty(1, 1, tabular.Width), 0, tokenScale));
            tabularTransformer = new Transformer("tabular", tabular, architecture.Dropout, architecture.AttentionDropout);
            tabularHead = new ClassHead("tabular head", tabular.Width, architecture.Classes);
            register_module("quantile_feature_tokenizer", tokenizer);
            register_parameter("tabular_token", tabularToken);
            register_module("tabular_transformer", tabularTransformer);
            register_module("tabular_head", tabularHead);
        }

        if (architecture is { LightCurve: not null, Tabular: not null })
        {
            mixHead = new MixHead("mix head", architecture.LightCurve.Width + architecture.Tabular.Width, architecture.Classes, architecture.Dropout);
            register_module("mix_head", mixHead);
        }

        if (architecture.Initialisation == Initialisation.Published)
        {
            InitialiseAsPublished();
        }
    }

    /// <summary>What the network was made from.</summary>
    public AtatArchitecture Architecture { get; }

    /// <summary>Number of learned values.</summary>
    public long ParameterCount => parameters().Sum(p => p.numel());

    /// <summary>Runs the branches that exist.</summary>
    /// <param name="lightCurves">Ragged observations; ignored without a light-curve branch.</param>
    /// <param name="tabular">(objects, columns), quantile-transformed; ignored by a network without columns.</param>
    /// <exception cref="ArgumentNullException">An input is missing that a branch needs.</exception>
    public override AtatOutput forward(LightCurveTokens? lightCurves, Tensor? tabular)
    {
        var lightCurveEmbedding = lightCurveTransformer is null ? null : EmbedLightCurves(lightCurves, tabular);
        var tabularEmbedding = tabularTransformer is null ? null : EmbedTabular(tabular);
        return new AtatOutput(
            lightCurveEmbedding,
            tabularEmbedding,
            lightCurveEmbedding is null ? null : lightCurveHead!.forward(lightCurveEmbedding),
            tabularEmbedding is null ? null : tabularHead!.forward(tabularEmbedding),
            mixHead?.forward(cat([tabularEmbedding!, lightCurveEmbedding!], 1)));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var part in new IDisposable?[] { embedding, lightCurveToken, lightCurveTransformer, lightCurveHead, tokenizer, tabularToken, tabularTransformer, tabularHead, mixHead })
            {
                part?.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private Tensor EmbedLightCurves(LightCurveTokens? input, Tensor? tabular)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var observations = embedding!.forward(input);

        // Row 0 is the class token; padding gathers it too and is never looked at.
        using var rows = cat([lightCurveToken!, observations], 0);
        var sequence = rows.index_select(0, input.Sequence.view(-1)).view(input.Objects, -1, rows.shape[1]);
        return Architecture.JoinsSequence
            ? EmbedJoined(sequence, input.Visible, tabular)
            : lightCurveTransformer!.forward(sequence, input.Visible);
    }

    // Behind the padding, not before it: where a token stands means nothing, and so the light curve needs no rearrangement.
    private Tensor EmbedJoined(Tensor sequence, Tensor? visible, Tensor? tabular)
    {
        ArgumentNullException.ThrowIfNull(tabular);
        using var tokens = tokenizer!.forward(tabular);
        using var seen = visible is null ? null : ones([visible.shape[0], 1, 1, tokens.shape[1]], visible.dtype, visible.device);
        return lightCurveTransformer!.forward(cat([sequence, tokens], 1), seen is null ? null : cat([visible!, seen], 3));
    }

    private Tensor EmbedTabular(Tensor? input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var tokens = tokenizer!.forward(input);
        return tabularTransformer!.forward(cat([tabularToken!.expand(input.shape[0], 1, -1), tokens], 1), null);
    }

    private void InitialiseAsPublished()
    {
        foreach (var linear in modules().OfType<Linear>())
        {
            init.normal_(linear.weight!, 0, 0.02);
            init.zeros_(linear.bias!);
        }
    }
}
