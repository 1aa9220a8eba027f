using System.Text.Json;
using Atat.Networks.Representation;
using Atat.Networks.Representation.PostDecoders;
using Atat.Networks.Representation.PreEncoders;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class MultiTimeAttentionTests
{
    [Fact]
    public void Agrees_with_the_equations_of_the_thesis()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("mtan.json").At("cases", "thesis_equations");
        using var module = PreEncoder(bands: 2, heads: 2, embedding: 4, key: 6, width: 5);
        SetThesis(module, reference);
        var series = Examples.OfBands(
            reference.Array("inputs", "values"), reference.Array("inputs", "times"), reference.Array("inputs", "mask"));
        Examples.AssertClose(reference.Array("outputs", "output"), module.forward(series).Values);
    }

    [Fact]
    public void Reads_a_common_time_axis_as_one_step_for_each_band()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("mtan.json").At("cases", "bridge");
        using var module = PreEncoder(bands: 2, heads: 1, embedding: 4, key: 4, width: 5);
        SetThesis(module, reference);
        var times = reference.Array("inputs", "union_times").unsqueeze(1).expand(-1, 2, -1);
        var series = Examples.OfBands(
            reference.Array("inputs", "union_values").transpose(1, 2), times, reference.Array("inputs", "union_mask").transpose(1, 2));
        Examples.AssertClose(reference.Array("outputs", "output"), module.forward(series).Values);
    }

    [Fact]
    public void With_the_biases_of_the_original_as_a_constant_of_the_embedding_agrees_with_it()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("mtan.json").At("cases", "encoder_1_head");
        using var module = PreEncoder(bands: 2, heads: 1, embedding: 9, key: 8, width: 6);
        SetOriginal(module, reference);
        var weight = reference.Array("weights", "att.linears.2.weight");
        Examples.Set(module, "output.weight", weight.narrow(1, 0, 2));
        var mask = reference.Array("inputs", "mask");
        var times = reference.Array("inputs", "times").unsqueeze(1).expand(-1, 2, -1);
        var actual = module.forward(Examples.OfBands(reference.Array("inputs", "values").transpose(1, 2), times, mask.transpose(1, 2))).Values;

        // Of the masks, which the original attends to as well, nothing is left but whether a band has any observation.
        var present = mask.amax([1]).matmul(weight.narrow(1, 2, 2).t()).unsqueeze(1);
        Examples.AssertClose(reference.Array("outputs", "output"), actual + present + reference.Array("weights", "att.linears.2.bias"));
    }

    [Fact]
    public void Leads_back_to_observation_times_as_the_original()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("mtan.json").At("cases", "decoder_1_head");
        using var module = new MultiTimePostDecoder("", Architecture(bands: 1, heads: 1, embedding: 9, key: 8, width: 6), 6);
        module.to(ScalarType.Float64);
        SetOriginal(module, reference);
        Examples.Set(module, "output.weight", reference.Array("weights", "att.linears.2.weight"));
        var actual = module.forward(reference.Array("inputs", "values"), new(reference.Array("inputs", "times")));
        Examples.AssertClose(reference.Array("outputs", "output"), actual + reference.Array("weights", "att.linears.2.bias"));
    }

    [Fact]
    public void Averages_by_the_closeness_of_embedded_times()
    {
        using var scope = NewDisposeScope();
        using var module = new MultiTimePreEncoder("", Architecture(bands: 1, heads: 1, embedding: 2, key: 2, width: 1) with { ReferencePoints = 2 });
        module.to(ScalarType.Float64);
        Examples.Set(module, "attention.embedding.frequencies", tensor(new[,] { { 2.0, 3.0 } }));
        Examples.Set(module, "attention.embedding.phases", tensor(new[,] { { 0.5, -1.0 } }));
        Examples.Set(module, "attention.query.weight", eye(2, dtype: ScalarType.Float64));
        Examples.Set(module, "attention.key.weight", eye(2, dtype: ScalarType.Float64) * 2);
        Examples.Set(module, "output.weight", ones(1, 1, ScalarType.Float64));
        var actual = module.forward(new(tensor(new[,] { { 4.0, -3.0 } }), new(tensor(new[,] { { 0.2, 0.9 } })))).Values;
        double Score(double r, double t) => 2 / Math.Sqrt(2) *
            ((((2 * r) + 0.5) * ((2 * t) + 0.5)) + (Math.Sin((3 * r) - 1) * Math.Sin((3 * t) - 1)));
        for (var k = 0; k < 2; k++)
        {
            var (a, b) = (Math.Exp(Score(k, 0.2)), Math.Exp(Score(k, 0.9)));
            Assert.Equal(((4 * a) - (3 * b)) / (a + b), actual[0, k, 0].item<double>(), 1e-12);
        }
    }

    [Fact]
    public void Scores_far_apart_leave_no_band_without_weight()
    {
        using var scope = NewDisposeScope();
        using var module = PreEncoder(bands: 2, heads: 1, embedding: 1, key: 1, width: 2);
        Examples.Set(module, "attention.embedding.frequencies", tensor(new[,] { { 2000.0 } }));
        Examples.Set(module, "attention.embedding.phases", zeros(1, 1, ScalarType.Float64));
        Examples.Set(module, "attention.query.weight", ones(1, 1, ScalarType.Float64));
        Examples.Set(module, "attention.key.weight", ones(1, 1, ScalarType.Float64));
        Examples.Set(module, "output.weight", eye(2, dtype: ScalarType.Float64));
        var actual = module.forward(new(tensor(new[,] { { 4.0, -3.0 } }), new(tensor(new[,] { { 0.2, 0.9 } }), tensor(new long[,] { { 0, 1 } })))).Values;
        Examples.AssertClose(tensor(new[] { 4.0, -3.0 }).view(1, 1, 2).expand(1, 5, 2), actual, 1e-12);
    }

    private static RepresentationArchitecture Architecture(int bands, int heads, int embedding, int key, int width) => new()
    {
        Bands = bands,
        TimeHeads = heads,
        TimeEmbeddingWidth = embedding,
        TimeKeyWidth = key,
        InterpolatedWidth = width,
        ReferencePoints = 5,
    };

    private static MultiTimePreEncoder PreEncoder(int bands, int heads, int embedding, int key, int width)
    {
        var module = new MultiTimePreEncoder("", Architecture(bands, heads, embedding, key, width));
        module.to(ScalarType.Float64);
        return module;
    }

    private static void SetThesis(MultiTimePreEncoder module, JsonElement reference)
    {
        Examples.Set(module, "attention.embedding.frequencies", reference.Array("weights", "phi_omega"));
        Examples.Set(module, "attention.embedding.phases", reference.Array("weights", "phi_alpha"));
        Examples.Set(module, "attention.key.weight", reference.Array("weights", "v").t());
        Examples.Set(module, "attention.query.weight", reference.Array("weights", "w").t());
        Examples.Set(module, "output.weight", reference.Array("weights", "output_weight"));
    }

    // A bias of keys or queries is the weight of an entry of the embedding that is one: the sine of half pi.
    private static void SetOriginal(nn.Module module, JsonElement reference)
    {
        Tensor Weight(string name) => reference.Array("weights", name);
        Examples.Set(module, "attention.embedding.frequencies", cat(
            [Weight("linear.weight").view(1, 1), Weight("periodic.weight").view(1, 7), zeros(1, 1, ScalarType.Float64)], 1));
        Examples.Set(module, "attention.embedding.phases", cat(
            [Weight("linear.bias").view(1, 1), Weight("periodic.bias").view(1, 7), full(1, 1, Math.PI / 2, ScalarType.Float64)], 1));
        Examples.Set(module, "attention.query.weight", cat([Weight("att.linears.0.weight"), Weight("att.linears.0.bias").unsqueeze(1)], 1));
        Examples.Set(module, "attention.key.weight", cat([Weight("att.linears.1.weight"), Weight("att.linears.1.bias").unsqueeze(1)], 1));
    }
}
