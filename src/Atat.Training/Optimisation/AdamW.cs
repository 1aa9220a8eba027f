using Atat.Networks;
using Atat.Training.Configuration;
using TorchSharp.Modules;
using static Atat.Networks.TensorArithmetic;
using static TorchSharp.torch;

namespace Atat.Training.Optimisation;

/// <summary>
/// Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019), gradient clipping by global norm and a running
/// average of the weights. Ours, because a checkpoint needs all of its state by name.
/// </summary>
public sealed class AdamW : IDisposable
{
    private const double Epsilon = 1e-8;

    private readonly OptimiserConfig config;
    private readonly (string Name, Parameter Weight, Tensor First, Tensor Second, Tensor Average)[] slots;

    /// <summary>Makes an optimiser for a module; the average begins as the weights.</summary>
    public AdamW(nn.Module module, OptimiserConfig config)
    {
        this.config = config;
        using var _ = no_grad();
        slots = [.. module.named_parameters().Select(p => (p.name, p.parameter, Detached(zeros_like(p.parameter)), Detached(zeros_like(p.parameter)), Detached(p.parameter.detach().clone())))];
    }

    /// <summary>Everything but the weights, by name; live tensors, to read or to copy into.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State => slots.SelectMany(s => new[]
    {
        KeyValuePair.Create($"first.{s.Name}", s.First),
        KeyValuePair.Create($"second.{s.Name}", s.Second),
        KeyValuePair.Create($"average.{s.Name}", s.Average),
    });

    /// <summary>Takes a step along the accumulated gradients and clears them.</summary>
    /// <param name="step">0-based number of the step.</param>
    /// <param name="learningRate">Its learning rate.</param>
    /// <returns>The norm of the gradient before clipping; where it is not finite, nothing was changed.</returns>
    public double Step(long step, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var gradients = slots.Select(s => s.Weight.grad).ToArray();
        var norm = Math.Sqrt(stack([.. gradients.OfType<Tensor>().Select(g => g.Squared().sum())]).sum().item<float>());
        if (!double.IsFinite(norm))
        {
            return norm;
        }

        var clip = config.GradientClip > 0 && norm > config.GradientClip ? config.GradientClip / norm : 1;
        var correction1 = 1 - Math.Pow(config.Beta1, step + 1);
        var correction2 = Math.Sqrt(1 - Math.Pow(config.Beta2, step + 1));

        // Early in a run a long average would still be the initial weights.
        var averaging = Math.Min(config.Averaging, (step + 1.0) / (step + 10.0));

        using var clipping = Number(clip);
        using var decay1 = Number(config.Beta1);
        using var gain1 = Number(1 - config.Beta1);
        using var decay2 = Number(config.Beta2);
        using var gain2 = Number(1 - config.Beta2);
        using var shrinkage = Number(1 - (learningRate * config.WeightDecay));
        using var root = Number(correction2);
        using var epsilon = Number(Epsilon);
        using var rate = Number(-learningRate / correction1);
        using var keep = Number(averaging);
        using var share = Number(1 - averaging);
        for (var i = 0; i < slots.Length; i++)
        {
            var (_, weight, first, second, average) = slots[i];
            if (gradients[i] is { } gradient)
            {
                gradient.mul_(clipping);
                first.mul_(decay1).add_(gradient, alpha: gain1);
                second.mul_(decay2).addcmul_(gradient, gradient, gain2);
                if (weight.dim() > 1 && config.WeightDecay > 0)
                {
                    weight.mul_(shrinkage);
                }

                weight.addcdiv_(first, second.sqrt().div_(root).PlusInPlace(epsilon), rate);
                gradient.zero_();
            }

            if (config.Averaging > 0)
            {
                average.mul_(keep).add_(weight, alpha: share);
            }
        }

        return norm;
    }

    /// <summary>Exchanges the weights and their average; called twice it changes nothing. Does nothing without averaging.</summary>
    public void SwapAverage()
    {
        if (config.Averaging == 0)
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var _ = no_grad();
        foreach (var (_, weight, _, _, average) in slots)
        {
            var kept = weight.clone();
            weight.copy_(average);
            average.copy_(kept);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, _, first, second, average) in slots)
        {
            first.Dispose();
            second.Dispose();
            average.Dispose();
        }
    }

    private static Tensor Detached(Tensor tensor) => tensor.DetachFromDisposeScope();
}
