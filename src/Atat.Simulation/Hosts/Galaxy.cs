using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation.Hosts;

/// <summary>A galaxy: the host of a transient, or one that stands near it by chance.</summary>
internal sealed class Galaxy
{
    private const int Mass = 10; // typical log10 of the stellar mass over the Sun's

    private Galaxy(double redshift, double[] magnitudes, double radius, double ellipticity, double separation)
    {
        Redshift = redshift;
        Magnitudes = magnitudes;
        Radius = radius;
        Ellipticity = ellipticity;
        Separation = separation;
    }

    /// <summary>Redshift.</summary>
    public double Redshift { get; }

    /// <summary>Apparent AB magnitudes in ugrizY.</summary>
    public double[] Magnitudes { get; }

    /// <summary>Half-light radius in arc seconds.</summary>
    public double Radius { get; }

    /// <summary>1 - minor over major axis.</summary>
    public double Ellipticity { get; }

    /// <summary>Distance of the transient from the galaxy's centre in arc seconds.</summary>
    public double Separation { get; }

    /// <summary>
    /// Draws the host of a transient: stellar mass and young stars by the kind of population, luminosity from the mass (Bell et al. 2003),
    /// size from the mass (van der Wel et al. 2014), place by its exponential disc.
    /// </summary>
    public static Galaxy Host(HostPopulation population, ISource source, Random random)
    {
        var redshift = source.Redshift;
        var mass = population switch
        {
            HostPopulation.Passive => random.NextNormal(10.7, 0.5, 8, 11.8),
            HostPopulation.StarForming => random.NextNormal(9.6, 0.85, 6.5, 11.5),
            HostPopulation.Dwarf => random.NextNormal(8.7, 0.7, 6.8, 10.4),
            HostPopulation.Nucleus => random.NextNormal(10.4, 0.5, 8.5, 11.8),
            _ => random.NextNormal(9.9, 0.9, 6.6, 11.8),
        };
        var quiet = 1 / (1 + Math.Exp((10.4 - mass) / 0.35));
        var old = population == HostPopulation.Passive ? random.NextDouble() < 0.85 : population != HostPopulation.StarForming && random.NextDouble() < quiet;
        var young = old ? random.NextUniform(0, 0.2) : Math.Clamp(0.75 - (0.22 * (mass - 9)) + random.NextNormal(0, 0.15), 0.15, 1);
        var radius = RadiusOf(mass, redshift, random);
        var separation = population == HostPopulation.Nucleus
            ? Math.Abs(random.NextNormal(0, 0.04))
            : radius / 1.678 * (random.NextExponential(0.8) + random.NextExponential(0.8)) * (population == HostPopulation.Passive ? 1.8 : 1);
        var galaxy = Make(mass, young, redshift, radius, separation, random);
        for (var band = 0; band < galaxy.Magnitudes.Length; band++)
        {
            // An active nucleus is part of what the catalog measures.
            galaxy.Magnitudes[band] = Simulation.Magnitudes.FromFlux(Simulation.Magnitudes.ToFlux(galaxy.Magnitudes[band]) + source.Steady(band));
        }

        return galaxy;
    }

    /// <summary>Draws a galaxy that stands by chance within ten arc seconds.</summary>
    public static Galaxy Neighbour(Random random)
    {
        var redshift = random.NextSplitNormal(0.45, 0.18, 0.3);
        redshift = Math.Clamp(redshift, 0.02, 2);
        var mass = random.NextNormal(9.6 + (0.9 * redshift), 0.7, 7, 11.6);
        return Make(mass, random.NextDouble(), redshift, RadiusOf(mass, redshift, random), Math.Sqrt(random.NextUniform(0.5, 80)), random);
    }

    /// <summary>Surface brightness (FLUXCAL per square arc second) of an exponential disc at the place of the transient.</summary>
    public double SurfaceBrightness(int band)
    {
        // A disc sharper than the seeing is spread by it.
        var scale = Math.Sqrt((Radius / 1.678 * (Radius / 1.678)) + 0.09);
        return Simulation.Magnitudes.ToFlux(Magnitudes[band]) / (2 * Math.PI * scale * scale) * Math.Exp(-Separation / scale);
    }

    private static double RadiusOf(double mass, double redshift, Random random)
    {
        var kiloparsec = Math.Pow(10, 0.58 + (0.25 * (mass - Mass)) + random.NextNormal(0, 0.18)) * Math.Pow(1 + redshift, -0.6);
        var distance = Cosmology.Standard.ComovingDistance(Math.Max(redshift, 0.003)) / (1 + redshift);
        return Math.Max(0.08, kiloparsec / (1000 * distance) * 206265);
    }

    private static Galaxy Make(double mass, double young, double redshift, double radius, double separation, Random random)
    {
        var absolute = -20.5 - (1.95 * (mass - 10.3)) + (0.7 * (0.4 - young)) + random.NextNormal(0, 0.45);
        var modulus = Cosmology.Standard.DistanceModulus(Math.Max(redshift, 0.003));
        var magnitudes = new double[LsstPassbands.Count];
        for (var band = 0; band < magnitudes.Length; band++)
        {
            magnitudes[band] = Simulation.Magnitudes.FromFlux(GalaxySpectrum.Sequence.Flux(band, young, redshift, absolute + modulus)) + random.NextNormal(0, 0.05);
        }

        return new Galaxy(redshift, magnitudes, radius, Math.Abs(random.NextNormal(0, 0.4, -0.95, 0.95)), separation);
    }
}
