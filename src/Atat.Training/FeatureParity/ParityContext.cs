namespace Atat.Training.FeatureParity;

/// <summary>What the reference says of an object's band beside the value that is compared.</summary>
/// <param name="values">The reference's values.</param>
/// <param name="id">Object.</param>
/// <param name="band">Passband; null for a feature of the object.</param>
/// <param name="condition">Condition number of the band's harmonic fit.</param>
internal readonly struct ParityContext(Dictionary<(string Id, string Column), double> values, string id, string? band, double condition)
{
    // Residuals this small beside the amplitudes are rounding.
    private const double SmallestResidual = 1e-12;

    /// <summary>Power at 10 days; NaN where it is unknown.</summary>
    public double HighPower => Value("MHPS_high");

    /// <summary>Condition number of the band's harmonic fit.</summary>
    public double Condition => condition;

    /// <summary>Whether the harmonic fit leaves (next to) nothing.</summary>
    public bool ExactFit => Value("Harmonics_mse") < SmallestResidual * Math.Pow(Value("Harmonics_mag_1"), 2);

    /// <summary>The amplitude that belongs to a phase, or that of the first harmonic, against which it is measured, whichever is smaller.</summary>
    public double Amplitude(string phase) => Math.Min(Value(phase.Replace("phase", "mag", StringComparison.Ordinal)), Value("Harmonics_mag_1"));

    private double Value(string feature) => values.TryGetValue((id, $"{feature}_{band}"), out var value) ? value : double.NaN;
}
