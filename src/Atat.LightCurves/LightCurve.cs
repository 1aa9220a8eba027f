namespace Atat.LightCurves;

/// <summary>
/// One object's observations, sorted by time: a multivariate, variable-length, irregularly sampled time series. A view into a
/// <see cref="Catalog"/>; all spans have the same length.
/// </summary>
public readonly ref struct LightCurve
{
    /// <summary>Makes a view; the spans must have the same length.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public LightCurve(
        ReadOnlySpan<double> mjd,
        ReadOnlySpan<float> flux,
        ReadOnlySpan<float> fluxError,
        ReadOnlySpan<byte> band,
        ReadOnlySpan<bool> detected,
        ReadOnlySpan<bool> saturated)
    {
        if (flux.Length != mjd.Length || fluxError.Length != mjd.Length || band.Length != mjd.Length
            || detected.Length != mjd.Length || saturated.Length != mjd.Length)
        {
            throw new ArgumentException($"A light curve's columns have different lengths: {mjd.Length}, {flux.Length}, {fluxError.Length}, {band.Length}, {detected.Length}, {saturated.Length}.", nameof(mjd));
        }

        Mjd = mjd;
        Flux = flux;
        FluxError = fluxError;
        Band = band;
        Detected = detected;
        Saturated = saturated;
    }

    /// <summary>Times, modified Julian date in days, ascending.</summary>
    public ReadOnlySpan<double> Mjd { get; }

    /// <summary>Flux (or magnitude) in the survey's unit, finite.</summary>
    public ReadOnlySpan<float> Flux { get; }

    /// <summary>One standard deviation of <see cref="Flux"/>, same unit, finite.</summary>
    public ReadOnlySpan<float> FluxError { get; }

    /// <summary>Index into the schema's passbands.</summary>
    public ReadOnlySpan<byte> Band { get; }

    /// <summary>Whether the survey flags the observation as a detection; without flags, |flux| >= 3 x error.</summary>
    public ReadOnlySpan<bool> Detected { get; }

    /// <summary>Whether the observation is saturated.</summary>
    public ReadOnlySpan<bool> Saturated { get; }

    /// <summary>Number of observations.</summary>
    public int Length => Mjd.Length;
}
