using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>What a pre-encoder hands to an encoder.</summary>
/// <param name="Values">(batch, steps, width).</param>
/// <param name="Points">When each step is; with bands and padding where the steps are observations.</param>
public sealed record TokenSequence(Tensor Values, TimePoints Points);
