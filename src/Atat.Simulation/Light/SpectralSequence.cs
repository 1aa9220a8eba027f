namespace Atat.Simulation.Light;

/// <summary>
/// Light of a transient whose spectrum is known phase by phase, in every passband: tabulated over phase and redshift when first made, then
/// interpolated. The spectrum's scale is set by an absolute AB magnitude in a band of 900 Å around the normalising wavelength at phase 0.
/// </summary>
public sealed class SpectralSequence
{
    private const int Redshifts = 64;

    private readonly double firstPhase;
    private readonly double phaseStep;
    private readonly double maximumRedshift;
    private readonly int phases;
    private readonly float[] table;

    /// <summary>Makes the tables.</summary>
    /// <param name="spectrum">F_ν at a wavelength (Å) and phase (days), both at the source, in any unit.</param>
    /// <param name="firstPhase">Days at the source; no light before.</param>
    /// <param name="lastPhase">Days at the source; the last spectrum's decline goes on after it.</param>
    /// <param name="phaseStep">Days between the tabulated phases.</param>
    /// <param name="maximumRedshift">Largest redshift that will be asked for.</param>
    /// <param name="normalisingWavelength">Å.</param>
    public SpectralSequence(Func<double, double, double> spectrum, double firstPhase, double lastPhase, double phaseStep, double maximumRedshift, double normalisingWavelength)
    {
        (this.firstPhase, this.phaseStep, this.maximumRedshift) = (firstPhase, phaseStep, maximumRedshift);
        phases = (int)Math.Ceiling((lastPhase - firstPhase) / phaseStep) + 1;
        table = new float[LsstPassbands.Count * Redshifts * phases];
        var unit = Enumerable.Range(-9, 19).Average(i => spectrum(normalisingWavelength + (50 * i), 0));
        for (var row = 0; row < LsstPassbands.Count * Redshifts; row++)
        {
            var (band, redshift) = (row / Redshifts, maximumRedshift * (row % Redshifts) / (Redshifts - 1));
            for (var i = 0; i < phases; i++)
            {
                var phase = firstPhase + (i * phaseStep);
                var sum = LsstPassbands.Samples[band].Sum(s => s.Weight * spectrum(s.Wavelength / (1 + redshift), phase));
                table[(row * phases) + i] = (float)Math.Log(Math.Max(1e-12, (1 + redshift) * sum / unit));
            }
        }
    }

    /// <summary>Flux in FLUXCAL.</summary>
    /// <param name="band">Index of the passband.</param>
    /// <param name="phase">Days at the source.</param>
    /// <param name="redshift">Redshift.</param>
    /// <param name="magnitude">Absolute magnitude (AB) around the normalising wavelength at phase 0, plus the distance modulus.</param>
    public double Flux(int band, double phase, double redshift, double magnitude)
    {
        if (phase < firstPhase)
        {
            return 0;
        }

        var z = Math.Clamp(redshift / maximumRedshift * (Redshifts - 1), 0, Redshifts - 1.001);
        var p = (phase - firstPhase) / phaseStep;
        var (row, column) = ((int)z, Math.Min((int)p, phases - 2));
        var (fz, fp) = (z - row, p - column);
        var near = table.AsSpan((((band * Redshifts) + row) * phases) + column);
        var far = near[phases..];
        var value = ((1 - fz) * (near[0] + (fp * (near[1] - near[0])))) + (fz * (far[0] + (fp * (far[1] - far[0]))));
        return Math.Exp(value) * Magnitudes.ToFlux(magnitude);
    }
}
