using Atat.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Training.Representation.Probes;

/// <summary>
/// A linear layer and a perceptron that learn the classes beside the autoencoder, from embeddings whose gradients stop there (Acc-On-Linear and
/// Acc-On-MLP of thesis section 3.3.3).
/// </summary>
internal sealed class OnlineProbes : Module
{
    private readonly Linear linear;
    private readonly Perceptron perceptron;

    /// <summary>Makes both.</summary>
    public OnlineProbes(int width, int classes)
        : base("probes")
    {
        linear = Linear(width, classes);
        perceptron = new Perceptron(width, classes);
        register_module("linear", linear);
        register_module("perceptron", perceptron);
    }

    /// <summary>What both lose on a batch, together.</summary>
    /// <param name="embedding">(batch, width); no gradient goes into it.</param>
    /// <param name="labels">(batch), int64.</param>
    public Tensor Loss(Tensor embedding, Tensor labels)
    {
        using var detached = embedding.detach();
        return functional.cross_entropy(linear.forward(detached), labels).Plus(functional.cross_entropy(perceptron.forward(detached), labels));
    }

    /// <summary>Shares of embeddings that they classify correctly.</summary>
    /// <param name="embeddings">(objects, width).</param>
    /// <param name="labels">(objects), int64.</param>
    public (double Linear, double Perceptron) Accuracies(Tensor embeddings, Tensor labels)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return (Share(linear.forward(embeddings), labels), Share(perceptron.forward(embeddings), labels));
    }

    private static double Share(Tensor logits, Tensor labels) => logits.argmax(1).eq(labels).to(float64).mean().item<double>();
}
