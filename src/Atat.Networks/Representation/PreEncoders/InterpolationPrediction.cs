using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Atat.Networks.Representation.PreEncoders;

/// <summary>
/// Interpolation-Prediction (Shukla and Marlin 2019; thesis equations 2.12 to 2.14): kernel averages of each band at reference points, and from
/// them what the bands have in common and what is transient. Intensity, cross-channel and transient part are what the encoder reads
/// (thesis figure 2.4).
/// </summary>
/// <remarks>
/// Quotients of sums of exponentials are computed from logarithms: they stay finite where every weight underflows, and are then the
/// value of the nearest observation. A band without observations has no intensity and so no part in the others.
/// </remarks>
public sealed class InterpolationPrediction : Module<Series, TokenSequence>, IPreEncoder
{
    // The original code's start for sets of one band, before softplus.
    private const double KernelStart = -3;

    private readonly int points;
    private readonly int bands;
    private readonly Scalar kappa;
    private readonly Scalar units;
    private readonly double horizon;
    private readonly bool centres;
    private readonly Parameter kernel;
    private readonly Parameter cross;

    /// <summary>Makes the pre-encoder.</summary>
    /// <param name="name">Name for printing.</param>
    /// <param name="architecture">Bands, reference points, kappa, units of the kernels.</param>
    public InterpolationPrediction(string name, RepresentationArchitecture architecture)
        : base(name)
    {
        points = architecture.ReferencePoints;
        bands = architecture.Bands;
        kappa = TensorArithmetic.Number(architecture.Kappa);
        horizon = architecture.KernelUnits;
        units = TensorArithmetic.Number(horizon);
        centres = architecture.CentresChannels;
        using var start = TensorArithmetic.Number(KernelStart);
        kernel = Parameter(full([bands], start));
        cross = Parameter(eye(bands));
        register_parameter("kernel", kernel);
        register_parameter("cross", cross);
    }

    /// <inheritdoc/>
    public int Width => 3 * bands;

    /// <inheritdoc/>
    public int Bands => 1;

    /// <inheritdoc/>
    public int? ReferencePoints => points;

    /// <inheritdoc cref="IPreEncoder.forward"/>
    public override TokenSequence forward(Series series)
    {
        var at = Interpolate(series);
        return new(cat([at.Intensity, at.CrossChannel, at.Transient], 2), TimePoints.Reference(points, series.Objects, series.Values));
    }

    /// <summary>The interpolated values by name.</summary>
    public Interpolants Interpolate(Series series)
    {
        using var membership = series.Points.Membership(bands, series.Values);
        using var values = series.Points.Clean(series.Values);
        var scores = Scores(series.Points, membership);
        var (lowPass, logIntensity) = BandAverage.Of(scores, values, membership);
        var (highPass, _) = BandAverage.Of(scores * kappa, values, membership);
        var crossChannel = Mix(lowPass, logIntensity);
        return new(logIntensity.exp(), lowPass, highPass, crossChannel, highPass - crossChannel);
    }

    // (batch, points, steps): -alpha (r - t)^2 with the alpha of the step's band, 0 in padding.
    private Tensor Scores(TimePoints observed, Tensor membership)
    {
        using var reference = linspace(0, horizon, points, membership.dtype, membership.device);
        using var distances = reference.unsqueeze(1) - (observed.CleanTimes() * units).unsqueeze(1);
        using var alpha = membership.matmul(kernel.SoftPlus()).unsqueeze(1);
        return distances.Squared().mul(alpha).neg();
    }

    private Tensor Mix(Tensor lowPass, Tensor logIntensity)
    {
        using var shares = logIntensity.softmax(-1);
        using var means = centres ? lowPass.mean([1], keepdim: true) : zeros_like(lowPass.narrow(1, 0, 1));
        using var weighted = shares * (lowPass - means);
        return weighted.matmul(cross.t()).Plus(means);
    }
}
