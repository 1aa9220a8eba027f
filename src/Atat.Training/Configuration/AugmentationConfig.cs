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
}
