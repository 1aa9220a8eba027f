namespace Atat.Networks;

/// <summary>How the time of an observation reaches its token.</summary>
public enum PositionalEncoding
{
    /// <summary>Fourier series learned for each band scale and shift the embedding (<see cref="Networks.TimeModulation"/>).</summary>
    TimeModulation = 0,

    /// <summary>Fixed sines and cosines are added to it (<see cref="SinusoidalEncoding"/>).</summary>
    Sinusoidal = 1,
}
