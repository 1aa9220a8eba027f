using Atat.Networks.Weights;
using static TorchSharp.torch;

namespace Atat.Networks.Tests;

public sealed class PublishedNetworkTests
{
    private static readonly AtatArchitecture Small = new()
    {
        Classes = 5,
        Bands = 6,
        TabularColumns = 10,
        LightCurve = new TransformerShape(4, 8, 2),
        Tabular = new TransformerShape(4, 6, 2),
        Harmonics = 16,
        Dropout = 0,
        AttentionDropout = 0,
    };

    [Theory]
    [InlineData("embedding_lc")]
    [InlineData("embedding_tab")]
    [InlineData("logits_lc")]
    [InlineData("logits_tab")]
    [InlineData("logits_mix")]
    public void AgreesWithThePublishedNetwork(string name)
    {
        var weights = SafetensorsFile.Read(SharedData.Path("reference", "atat_small_weights.safetensors"));
        var io = SafetensorsFile.Read(SharedData.Path("reference", "atat_small_io.safetensors"));
        using var scope = NewDisposeScope();
        using var model = new AtatModel(Small);
        ModelWeights.Load(model, PublishedWeights.Translate(weights), "published weights");
        model.eval();
        using var _ = no_grad();
        using var tokens = Tokens(io);
        var output = model.forward(tokens, io["tabular"].squeeze(-1));
        var actual = name switch
        {
            "embedding_lc" => output.LightCurveEmbedding,
            "embedding_tab" => output.TabularEmbedding,
            "logits_lc" => output.LightCurve,
            "logits_tab" => output.Tabular,
            _ => output.Mix,
        };

        Assert.InRange((actual! - io[name]).abs().max().item<float>(), 0f, 1e-5f);
    }

    private static LightCurveTokens Tokens(Dictionary<string, Tensor> io)
    {
        var (objects, slots, bands) = ((int)io["mask"].shape[0], (int)io["mask"].shape[1], (int)io["mask"].shape[2]);
        var (mask, flux, error, time) = (Values(io["mask"]), Values(io["flux"]), Values(io["flux_err"]), Values(io["time"]));
        List<float> inputs = [], times = [];
        List<byte> bandOf = [];
        var lengths = new int[objects];
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] != 0)
            {
                inputs.AddRange([flux[i], error[i]]);
                times.Add(time[i]);
                bandOf.Add((byte)(i % bands));
                lengths[i / (slots * bands)]++;
            }
        }

        return new TokenPacker(2, bands, CPU).Pack([.. inputs], [.. times], [.. bandOf], lengths);
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
