namespace Atat.Training.Configuration;

/// <summary>How brightness becomes a network input.</summary>
public enum FluxScaling
{
    /// <summary>By the survey's unit: <see cref="Asinh"/> for fluxes, <see cref="Standard"/> for magnitudes.</summary>
    Auto = 0,

    /// <summary>As it is: the thesis and the published code.</summary>
    None = 1,

    /// <summary>asinh(x / s), s being the median flux error of the training rows: linear in the noise, logarithmic above it.</summary>
    Asinh = 2,

    /// <summary>(x - median) / inter-quartile range of the training rows; errors are divided only.</summary>
    Standard = 3,
}
