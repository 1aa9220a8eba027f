namespace Atat.Formats.Snana;

/// <summary>What SNANA's PHOTFLAG says of an observation, and what stands for it where there is none.</summary>
internal static class SnanaFlags
{
    /// <summary>Bit of a detection, where a file's header names no other.</summary>
    public const int Detection = 4096;

    /// <summary>Bit of a saturated observation.</summary>
    public const int Saturated = 1024;

    private const float DetectionSigmas = 3;

    /// <summary>Whether a flux is a detection by its error alone.</summary>
    public static bool IsSignificant(float flux, float error) => Math.Abs(flux) >= DetectionSigmas * error;
}
