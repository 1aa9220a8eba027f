using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class PluggedEncoderTests
{
    [Fact]
    public void An_encoder_of_ones_own_is_trained_with_the_whole()
    {
        using var scope = NewDisposeScope();
        using var encoder = new MeanAndSpread(8);
        using var network = new Autoencoder(encoder, RepresentationParts.Decoder(Examples.Small, encoder.Width));
        Assert.Contains(network.named_parameters(), p => p.name == "encoder.linear.weight");
        var series = Examples.Series().To(ScalarType.Float32);
        var loss = ReconstructionLosses.NegativeLogLikelihood(network.forward(series), series).mean();
        loss.backward();
        Assert.True(encoder.parameters().All(p => p.grad!.abs().sum().item<float>() > 0));
        Assert.Equal([4L, 8], network.Embed(series).shape);
    }
}
