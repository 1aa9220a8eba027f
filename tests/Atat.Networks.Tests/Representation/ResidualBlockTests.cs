using Atat.Networks.Representation;
using Atat.Networks.Representation.Decoders;
using Atat.Networks.Representation.Encoders;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class ResidualBlockTests
{
    private static readonly RepresentationArchitecture Thesis = new();

    [Fact]
    public void Convolution_agrees_with_the_reference()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("conv_blocks.json");
        using var module = new Convolution("", 2, 3, 4);
        module.to(ScalarType.Float64);
        Examples.Set(module, "kernel.weight", reference.Array("weights", "conv1_weight"));
        Examples.Set(module, "kernel.bias", reference.Array("weights", "conv1_bias"));
        Examples.AssertClose(reference.Array("primitives", "conv_pad_1_2"), module.forward(reference.Array("inputs", "x")));
    }

    [Theory]
    [InlineData(false, "pre_activated")]
    [InlineData(true, "first_block")]
    public void The_block_of_the_encoder_agrees_with_the_reference(bool isFirst, string name)
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("conv_blocks.json");
        using var block = new DownBlock("", Thesis, 2, 3, isFirst);
        block.to(ScalarType.Float64);
        SetConvolutions(block, reference);
        Examples.AssertClose(reference.Array("down_block", name), block.forward(reference.Array("inputs", "x")));
    }

    [Fact]
    public void The_block_of_the_decoder_agrees_with_the_reference()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("conv_blocks.json");
        using var block = new UpBlock("", Thesis, 2, 3);
        block.to(ScalarType.Float64);
        SetConvolutions(block, reference);
        Examples.Set(block, "first_norm.weight", reference.Array("weights", "bn1_gain"));
        Examples.Set(block, "first_norm.bias", reference.Array("weights", "bn1_bias"));
        Examples.Set(block, "second_norm.weight", reference.Array("weights", "bn2_gain"));
        Examples.Set(block, "second_norm.bias", reference.Array("weights", "bn2_bias"));
        Examples.AssertClose(reference.Array("up_block", "batch_statistics"), block.forward(reference.Array("inputs", "x_up")));
    }

    [Fact]
    public void Blocks_change_the_length_by_three()
    {
        using var scope = NewDisposeScope();
        using var down = new DownBlock("", Thesis, 2, 4, isFirst: false);
        using var up = new UpBlock("", Thesis, 2, 4);
        Assert.Equal([5L, 4, 42], down.forward(zeros(5, 2, 128)).shape);
        Assert.Equal([5L, 4, 27], up.forward(zeros(5, 2, 9)).shape);
    }

    private static void SetConvolutions(nn.Module block, System.Text.Json.JsonElement reference)
    {
        Examples.Set(block, "first.kernel.weight", reference.Array("weights", "conv1_weight"));
        Examples.Set(block, "first.kernel.bias", reference.Array("weights", "conv1_bias"));
        Examples.Set(block, "second.kernel.weight", reference.Array("weights", "conv2_weight"));
        Examples.Set(block, "second.kernel.bias", reference.Array("weights", "conv2_bias"));
        Examples.Set(block, "shortcut.weight", reference.Array("weights", "shortcut_weight"));
        Examples.Set(block, "shortcut.bias", reference.Array("weights", "shortcut_bias"));
    }
}
