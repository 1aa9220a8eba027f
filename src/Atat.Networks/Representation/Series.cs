using static TorchSharp.torch;

namespace Atat.Networks.Representation;

/// <summary>
/// A batch of multivariate, variable-length, irregularly sampled time series (thesis section 3.1). Every band has times and a length of its
/// own there (x_ijb, t_ijb, L_ib), so that an observation is of one band: one step each, all bands in one sequence ordered by time. A set of
/// one band is the case in which all steps are of band 0. A table with one time axis and a mask for each band is written as one step per
/// true entry of the mask.
/// </summary>
/// <param name="Values">(batch, steps): what was observed.</param>
/// <param name="Points">When and in which band.</param>
/// <param name="Variances">(batch, steps): variance of each observation, for <see cref="Losses.ReconstructionLosses.CrossEntropy"/>.</param>
public sealed record Series(Tensor Values, TimePoints Points, Tensor? Variances = null) : IDisposable
{
    /// <summary>Number of objects.</summary>
    public long Objects => Values.shape[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        Values.Dispose();
        Points.Times.Dispose();
        Points.Bands?.Dispose();
        Points.Mask?.Dispose();
        Variances?.Dispose();
    }
}
