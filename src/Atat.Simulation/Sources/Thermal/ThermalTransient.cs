using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Thermal;

/// <summary>A transient whose light is that of one or more photospheres at a cosmological distance, behind its host's dust.</summary>
public sealed class ThermalTransient : ISource
{
    private readonly ThermalComponent[] components;
    private readonly HostDust dust;
    private readonly double distance;
    private readonly double last;

    /// <summary>Makes a transient.</summary>
    /// <param name="redshift">Redshift.</param>
    /// <param name="explosion">MJD of the explosion.</param>
    /// <param name="av">Extinction by the host's dust, A(V) in magnitudes.</param>
    /// <param name="last">Days at the source after which it is not looked at.</param>
    /// <param name="components">Photospheres that add up.</param>
    public ThermalTransient(double redshift, double explosion, double av, double last, params ThermalComponent[] components)
    {
        (Redshift, Start, this.components, this.last) = (redshift, explosion, components, last);
        dust = new HostDust(av, redshift);
        distance = Cosmology.Standard.LuminosityDistance(redshift);
    }

    /// <summary>Makes a transient of one photosphere.</summary>
    public ThermalTransient(double redshift, double explosion, double av, Photosphere photosphere, double last, ThermalCurve curve)
        : this(redshift, explosion, av, last, new ThermalComponent(curve, photosphere))
    {
    }

    /// <inheritdoc/>
    public double Redshift { get; }

    /// <inheritdoc/>
    public double Start { get; }

    /// <inheritdoc/>
    public double End => Start + (last * (1 + Redshift));

    /// <summary>Days at the source from explosion to the largest bolometric luminosity of the first component.</summary>
    public double RiseTime => components[0].Curve.RiseTime;

    /// <summary>Bolometric luminosity at a phase, erg/s.</summary>
    public double Luminosity(double phase) => components.Sum(c => c.Curve.At(phase).Luminosity);

    /// <summary>Temperature of the first component at a phase, K.</summary>
    public double Temperature(double phase) => components[0].Curve.At(phase).Temperature;

    /// <summary>Absolute AB magnitude at the source in a passband at rest, without dust.</summary>
    /// <param name="band">Index of the passband.</param>
    /// <param name="phase">Days since explosion at the source.</param>
    public double AbsoluteMagnitude(int band, double phase) => Magnitudes.FromFlux(Flux(band, phase, 0, 1e-5));

    /// <summary>This transient, or null where it stays fainter than <see cref="SourceModel.Faintest"/> in g, r, i and z.</summary>
    public ThermalTransient? IfVisible()
    {
        var faintest = Magnitudes.ToFlux(SourceModel.Faintest);
        foreach (var component in components)
        {
            for (var i = 1; i <= 4; i++)
            {
                for (var band = 1; band <= 4; band++)
                {
                    if (dust[band] * Flux(band, component.Curve.RiseTime * 0.5 * i, Redshift, distance) > faintest)
                    {
                        return this;
                    }
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<Visit> visits, Span<double> flux)
    {
        for (var i = 0; i < visits.Length; i++)
        {
            var band = visits[i].Band;
            flux[i] = dust[band] * Flux(band, (visits[i].Mjd - Start) / (1 + Redshift), Redshift, distance);
        }
    }

    private double Flux(int band, double phase, double redshift, double at)
    {
        var sum = 0.0;
        foreach (var component in components)
        {
            var (luminosity, temperature) = component.Curve.At(phase);
            sum += luminosity > 0 ? component.Photosphere.Flux(band, luminosity, temperature, redshift, at) : 0;
        }

        return sum;
    }
}
