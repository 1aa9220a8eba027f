namespace Atat.Features;

/// <summary>stub</summary>
internal static class IrregularAutoregression
{
    /// <summary>stub</summary>
    public static FeatureDefinition Definition { get; } = new("IAR_phi", "", "1", 6);

    /// <summary>stub</summary>
    public static double Phi(BandSeries band, double mean, double sampleDeviation, Scratch scratch) => double.NaN;
}
