namespace Atat.Simulation.Light;

/// <summary>
/// Light of a glowing photosphere in every passband: a black body whose F_λ is lowered below a cutoff wavelength by (λ / cutoff) to some
/// power, as metals do to a supernova's ultraviolet (Nicholl et al. 2017, section 3.1); what is absorbed is not emitted elsewhere.
/// Tabulated over temperature and redshift when first made, then interpolated.
/// </summary>
public sealed class Photosphere
{
    private const double MinimumTemperature = 300;
    private const double MaximumTemperature = 200_000;
    private const int Temperatures = 160;
    private const double MaximumRedshift = 6;
    private const int Redshifts = 64;

    private readonly float[] table = new float[LsstPassbands.Count * Redshifts * Temperatures];

    /// <summary>Makes the tables.</summary>
    /// <param name="cutoff">Wavelength at the source, Å, below which light is absorbed; 0: a black body.</param>
    /// <param name="exponent">Power of the wavelength below the cutoff.</param>
    public Photosphere(double cutoff = 0, double exponent = 1)
    {
        // Not in parallel: a static initialiser that waits for other threads waits for ever.
        for (var row = 0; row < LsstPassbands.Count * Redshifts; row++)
        {
            var (band, redshift) = (row / Redshifts, RedshiftAt(row % Redshifts));
            for (var i = 0; i < Temperatures; i++)
            {
                table[(row * Temperatures) + i] = (float)Math.Log(PerLuminosity(band, redshift, TemperatureAt(i), cutoff, exponent));
            }
        }
    }

    /// <summary>A black body.</summary>
    public static Photosphere BlackBody { get; } = new();

    /// <summary>Flux in FLUXCAL.</summary>
    /// <param name="band">Index of the passband.</param>
    /// <param name="luminosity">Bolometric luminosity, erg/s, at the source.</param>
    /// <param name="temperature">Temperature at the source, K.</param>
    /// <param name="redshift">Redshift, up to 6.</param>
    /// <param name="distance">Luminosity distance, Mpc.</param>
    public double Flux(int band, double luminosity, double temperature, double redshift, double distance)
    {
        var z = Math.Clamp(Math.Log(1 + redshift) / Math.Log(1 + MaximumRedshift) * (Redshifts - 1), 0, Redshifts - 1.001);
        var t = Math.Clamp(Math.Log(temperature / MinimumTemperature) / Math.Log(MaximumTemperature / MinimumTemperature) * (Temperatures - 1), 0, Temperatures - 1.001);
        var (row, column) = ((int)z, (int)t);
        var (fz, ft) = (z - row, t - column);
        var near = table.AsSpan((((band * Redshifts) + row) * Temperatures) + column);
        var far = near[Temperatures..];
        var value = ((1 - fz) * (near[0] + (ft * (near[1] - near[0])))) + (fz * (far[0] + (ft * (far[1] - far[0]))));
        return luminosity / 1e43 / (distance * distance) * Math.Exp(value);
    }

    /// <summary>Flux in a passband over that in r, at rest.</summary>
    /// <param name="band">Index of the passband.</param>
    /// <param name="temperature">K.</param>
    public double OverRed(int band, double temperature)
    {
        const int red = 2;
        return Flux(band, 1e33, temperature, 0, 1) / Flux(red, 1e33, temperature, 0, 1);
    }

    private static double TemperatureAt(int i) => MinimumTemperature * Math.Pow(MaximumTemperature / MinimumTemperature, i / (Temperatures - 1.0));

    private static double RedshiftAt(int i) => Math.Pow(1 + MaximumRedshift, i / (Redshifts - 1.0)) - 1;

    // FLUXCAL of 1e43 erg/s at 1 Mpc.
    private static double PerLuminosity(int band, double redshift, double temperature, double cutoff, double exponent)
    {
        var area = 1e43 / (Units.StefanBoltzmann * Math.Pow(temperature, 4)); // 4 π R²
        var sum = 0.0;
        foreach (var (observed, weight) in LsstPassbands.Samples[band])
        {
            var wavelength = observed / (1 + redshift);
            var absorbed = wavelength < cutoff ? Math.Pow(wavelength / cutoff, exponent) : 1;
            sum += weight * absorbed * Planck(wavelength, temperature);
        }

        const double dilution = 4 * Math.PI * (1e6 * Units.Parsec) * (1e6 * Units.Parsec);
        return Math.Max(1e-30, (1 + redshift) * Math.PI * sum * area / dilution / Magnitudes.UnitFluxDensity);
    }

    /// <summary>B_ν in erg/s/cm²/Hz/sr.</summary>
    private static double Planck(double wavelength, double temperature)
    {
        var frequency = Units.SpeedOfLight / (wavelength * 1e-8);
        var exponent = Units.Planck * frequency / (Units.Boltzmann * temperature);
        return 2 * Units.Planck * Math.Pow(frequency, 3) / (Units.SpeedOfLight * Units.SpeedOfLight) / (exponent > 500 ? 1e200 : Math.Exp(exponent) - 1);
    }
}
