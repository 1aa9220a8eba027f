namespace Atat.LightCurves;

/// <summary>Distances in a flat universe of matter and a cosmological constant, radiation left out (Hogg 1999, equations 15 to 26).</summary>
public sealed class Cosmology
{
    private const double SpeedOfLight = 299792.458; // km/s
    private const double MaximumRedshift = 12;
    private const int Steps = 6000;

    private readonly double[] comoving = new double[Steps + 1];

    /// <summary>Makes a cosmology.</summary>
    /// <param name="hubble">Hubble constant in km/s/Mpc.</param>
    /// <param name="matter">Density of matter today over the critical one.</param>
    public Cosmology(double hubble, double matter)
    {
        var distance = SpeedOfLight / hubble;
        double Integrand(double z) => distance / Math.Sqrt((matter * Math.Pow(1 + z, 3)) + 1 - matter);
        const double step = MaximumRedshift / Steps;
        for (var i = 1; i <= Steps; i++)
        {
            var z = (i - 1) * step;
            comoving[i] = comoving[i - 1] + (step / 6 * (Integrand(z) + (4 * Integrand(z + (step / 2))) + Integrand(z + step)));
        }
    }

    /// <summary>The one of ELAsTiCC's simulation: 70 km/s/Mpc and 0.315.</summary>
    public static Cosmology Standard { get; } = new(70, 0.315);

    /// <summary>Comoving distance in Mpc.</summary>
    /// <param name="redshift">From 0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The redshift is out of that range.</exception>
    public double ComovingDistance(double redshift)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(redshift);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(redshift, MaximumRedshift);
        var place = redshift / MaximumRedshift * Steps;
        var i = Math.Min((int)place, Steps - 1);
        return comoving[i] + ((place - i) * (comoving[i + 1] - comoving[i]));
    }

    /// <summary>Luminosity distance in Mpc.</summary>
    public double LuminosityDistance(double redshift) => (1 + redshift) * ComovingDistance(redshift);

    /// <summary>Distance modulus in magnitudes.</summary>
    /// <param name="redshift">Above 0.</param>
    public double DistanceModulus(double redshift) => 25 + (5 * Math.Log10(LuminosityDistance(redshift)));

    /// <summary>Volume within a redshift over the whole sky, comoving Mpc³.</summary>
    public double ComovingVolume(double redshift) => 4 * Math.PI / 3 * Math.Pow(ComovingDistance(redshift), 3);
}
