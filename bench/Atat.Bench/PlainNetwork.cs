using Atat.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Bench;

/// <summary>
/// The light-curve branch written plainly from thesis equations 4.1 to 4.6, to compare with: two Fourier series of each token from 2 H
/// trigonometric functions, separate projections, dropout on attention, every block over all tokens.
/// </summary>
internal sealed class PlainNetwork : Module<LightCurveTokens, Tensor>
{
    private readonly AtatArchitecture architecture;
    private readonly Linear embed;
    private readonly Parameter scale;
    private readonly Parameter shift;
    private readonly Parameter token;
    private readonly ModuleList<PlainBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;
    private readonly Tensor frequencies;

    /// <summary>Makes a network as large as <see cref="AtatModel"/>'s light-curve branch.</summary>
    public PlainNetwork(AtatArchitecture architecture, double dropout)
        : base("plain network")
    {
        this.architecture = architecture;
        var (width, harmonics) = (architecture.LightCurve!.Width, architecture.Harmonics);
        embed = Linear(architecture.Inputs, width);
        scale = Parameter(randn(architecture.Bands, 2 * harmonics, width) / Math.Sqrt(harmonics));
        shift = Parameter(randn(architecture.Bands, 2 * harmonics, width) / Math.Sqrt(harmonics));
        token = Parameter(randn(1, width));
        blocks = new([.. Enumerable.Range(0, architecture.LightCurve.Layers).Select(_ => new PlainBlock(width, architecture.LightCurve.Heads, dropout))]);
        norm = LayerNorm(width);
        head = Linear(width, architecture.Classes);
        frequencies = arange(architecture.FirstHarmonic, architecture.FirstHarmonic + harmonics).to(ScalarType.Float32) * (2 * Math.PI / architecture.Period);
        RegisterComponents();
    }

    /// <summary>Logits (objects, classes).</summary>
    public override Tensor forward(LightCurveTokens input)
    {
        var embedded = embed.forward(input.Inputs);
        var parts = new List<Tensor>();
        for (var band = 0; band < architecture.Bands; band++)
        {
            var (start, count) = (input.BandOffsets[band], input.BandOffsets[band + 1] - input.BandOffsets[band]);
            if (count > 0)
            {
                var angles = input.Times.narrow(0, start, count).unsqueeze(1) * frequencies;
                var series = cat([angles.sin(), angles.cos()], 1);
                parts.Add((embedded.narrow(0, start, count) * series.matmul(scale[band])) + series.matmul(shift[band]));
            }
        }

        var rows = cat([token, .. parts], 0);
        var x = rows[input.Sequence];
        var visible = input.Visible is { } mask ? mask.squeeze(1).squeeze(1) : ones_like(input.Sequence).to(ScalarType.Bool);
        foreach (var block in blocks)
        {
            x = block.forward(x, visible);
        }

        return head.forward(norm.forward(x[TensorIndex.Colon, 0]));
    }
}
