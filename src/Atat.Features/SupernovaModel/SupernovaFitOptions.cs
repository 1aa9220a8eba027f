namespace Atat.Features.SupernovaModel;

/// <summary>How one object is fitted.</summary>
public readonly record struct SupernovaFitOptions
{
    /// <summary>The survey's passbands.</summary>
    public required SupernovaBands Bands { get; init; }

    /// <summary>Whose constants.</summary>
    public FeaturePreset Preset { get; init; }

    /// <summary>
    /// Whether the objective switches the fall as the published code does, off up to t1 where it is at least as slow as the rise; otherwise as
    /// intended, off before t1 where it is faster.
    /// </summary>
    public bool Published { get; init; }

    /// <summary>Redshift; NaN, or anything below 0.003, when unknown: the flux is then not corrected for the distance.</summary>
    public required double Redshift { get; init; }

    /// <summary>E(B-V) of the Galaxy in magnitudes; NaN when unknown: the flux is then corrected neither for dust nor for the distance.</summary>
    public required double Reddening { get; init; }
}
