using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>A decoded series: a normal distribution for each observation, independent of the others (thesis section 3.2).</summary>
/// <param name="Mean">(batch, steps).</param>
/// <param name="LogVariance">(batch, steps), natural logarithm; without meaning where the loss does not use it.</param>
public sealed record Prediction(Tensor Mean, Tensor LogVariance);
