using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>
/// When, and in which band, the steps of a batch of sequences are: of observations, of what a decoder is asked for, or of reference points.
/// Padding is at the end of a sequence and may hold anything.
/// </summary>
/// <param name="Times">(batch, steps), in ascending order within an object; of zero to one where a part needs a fixed interval.</param>
/// <param name="Bands">(batch, steps), int64; null where the steps are of no band or there is only one.</param>
/// <param name="Mask">(batch, steps), bool, false in padding; null where nothing is padded.</param>
public sealed record TimePoints(Tensor Times, Tensor? Bands = null, Tensor? Mask = null)
{
    private static readonly Scalar Zero = TensorArithmetic.Number(0);

    /// <summary>Equally spaced points from 0 to 1, the same for every object.</summary>
    /// <param name="count">Number of points, both ends included.</param>
    /// <param name="batch">Number of objects.</param>
    /// <param name="like">Gives element type and device.</param>
    public static TimePoints Reference(int count, long batch, Tensor like)
    {
        using var times = linspace(0, 1, count, like.dtype, like.device);
        return new(times.unsqueeze(0).expand(batch, count));
    }

    /// <summary>Whether all objects have the same points, as reference points are.</summary>
    public bool AreShared => Bands is null && Mask is null && (Times.shape[0] == 1 || Times.stride(0) == 0);

    /// <summary>The times, 0 in padding.</summary>
    public Tensor CleanTimes() => Clean(Times);

    /// <summary>Replaces what padding holds by 0, so that neither value nor gradient gets through.</summary>
    /// <param name="values">(batch, steps).</param>
    /// <returns>A tensor of the caller's own, also where nothing is padded.</returns>
    public Tensor Clean(Tensor values)
    {
        if (Mask is null)
        {
            return values.alias();
        }

        using var padding = Mask.logical_not();
        return values.masked_fill(padding, Zero);
    }

    /// <summary>(batch, steps): 1 for a step, 0 for padding.</summary>
    /// <param name="like">Gives element type and device.</param>
    public Tensor Weights(Tensor like) => Mask is null ? ones_like(Times, like.dtype) : Mask.to(like.dtype);

    /// <summary>(batch, steps, bands): 1 where the step is of the band, 0 elsewhere and in padding.</summary>
    /// <param name="bands">Number of bands.</param>
    /// <param name="like">Gives element type and device.</param>
    public Tensor Membership(int bands, Tensor like)
    {
        if (Bands is null)
        {
            RequireBands(bands);
            return Weights(like).unsqueeze(2);
        }

        using var numbers = TensorArithmetic.Counting(bands, like.device);
        using var isOf = Bands.unsqueeze(2).eq(numbers);
        return Mask is null ? isOf.to(like.dtype) : isOf.logical_and(Mask.unsqueeze(2)).to(like.dtype);
    }

    /// <summary>
    /// (batch, 1, 1, steps), bool: where attention may look; null for everywhere. An object without any step may look at its padding, since the
    /// attention of nothing is not a number.
    /// </summary>
    public Tensor? Visible()
    {
        if (Mask is null)
        {
            return null;
        }

        using var isEmpty = Mask.any(1, keepdim: true).logical_not();
        return Mask.logical_or(isEmpty).unsqueeze(1).unsqueeze(1);
    }

    /// <summary>Refuses steps without bands where there are several.</summary>
    /// <exception cref="ArgumentException">They have none.</exception>
    internal void RequireBands(int bands)
    {
        if (Bands is null && bands > 1)
        {
            throw new ArgumentException($"The steps name no bands, but there are {bands}.", nameof(bands));
        }
    }
}
