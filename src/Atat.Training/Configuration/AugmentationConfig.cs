namespace Atat.Training.Configuration;

/// <summary>Perturbations of training samples, drawn anew at each step; all 0 for none. Masked temporal augmentation is in <see cref="WindowConfig"/>.</summary>
public sealed record AugmentationConfig
{
    /// <summary>Up to this share of an object's observations is left out; the share is uniform from 0.</summary>
    public double DropObservations { get; init; }

    /// <summary>Gaussian noise added to every flux, in units of its error; errors grow to match.</summary>
    public double FluxNoise { get; init; }

    /// <summary>Deviation of the logarithm of a factor on all fluxes and errors of an object.</summary>
    public double FluxFactor { get; init; }

    /// <summary>All times of an object are moved later by up to this many days.</summary>
    public double TimeShift { get; init; }

    /// <summary>Gaussian noise added to the redshift, in units of its error; needs columns with these roles.</summary>
    public double RedshiftNoise { get; init; }

    /// <summary>
    /// The logarithm of 1 + redshift changes by up to this much: times stretch, fluxes follow the luminosity distance, and a fainter object
    /// keeps the noise of the sky (Boone 2019). Objects without a redshift above 0 stay.
    /// </summary>
    public double Redshift { get; init; }

    /// <summary>Up to this share of the nights on which an object was observed is left out; the share is uniform from 0.</summary>
    public double Cadence { get; init; }

    /// <summary>Whether an object is perturbed with probability 1 - n / largest n only, where n are the training objects of its class.</summary>
    public bool RareOnly { get; init; }

    /// <summary>Whether anything is perturbed.</summary>
    internal bool Perturbs() => this with { RareOnly = false } != new AugmentationConfig();
}
