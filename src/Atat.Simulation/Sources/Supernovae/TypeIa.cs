using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>
/// Type Ia supernova: colour curves after the templates of Leibundgut (1988), Hamuy et al. (1996) and Folatelli et al. (2010) with the second
/// maximum in the near infrared; stretch and colour by Scolnic and Kessler (2016), standardised as Tripp (1998) does.
/// </summary>
public static class TypeIa
{
    private const double Brightness = -19.45; // AB in B; -19.36 in Vega's system

    /// <summary>Slope of brightness with the stretch parameter x1.</summary>
    private const double Alpha = 0.14;

    /// <summary>Slope of brightness with colour.</summary>
    private const double Beta = 3.1;

    private static readonly double[] Phases = [-18, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30, 40, 60, 90];

    private static readonly SpectralSequence Sequence = new(
        new ColourCurves(
            [2000, 2800, 3600, 4400, 5450, 6400, 7900, 8900, 10200, 12500],
            Phases,
            [4.0, 1.9, 0.43, 0, 0.14, 0.33, 0.87, 0.95, 1.5, 1.4],
            [
                [9, 4.2, 1.1, 0.05, 0, 0.6, 1.3, 1.9, 2.4, 2.7, 2.9, 3.2, 3.8, 4.5],
                [9, 4.0, 0.95, -0.05, 0, 0.6, 1.3, 1.9, 2.4, 2.7, 2.9, 3.2, 3.7, 4.3],
                [8, 3.4, 0.85, 0.07, 0, 0.4, 0.95, 1.6, 2.25, 2.7, 3.0, 3.25, 3.65, 4.2],
                [7, 3.0, 0.95, 0.2, 0, 0.15, 0.55, 1.1, 1.7, 2.2, 2.6, 2.95, 3.3, 3.8],
                [7, 2.9, 0.93, 0.24, 0, 0.03, 0.21, 0.52, 0.87, 1.22, 1.57, 2.07, 2.67, 3.4],
                [7, 2.8, 0.83, 0.2, 0, 0.05, 0.33, 0.58, 0.66, 0.76, 0.98, 1.53, 2.3, 3.3],
                [7, 2.6, 0.7, 0.08, 0, 0.25, 0.56, 0.66, 0.56, 0.43, 0.53, 1.05, 2.05, 3.2],
                [7, 2.6, 0.65, 0.03, 0, 0.3, 0.6, 0.6, 0.42, 0.25, 0.33, 0.9, 2.0, 3.2],
                [7, 2.4, 0.3, -0.25, 0, 0.45, 0.6, 0.3, -0.05, -0.25, -0.15, 0.5, 1.75, 3.0],
                [7, 2.4, 0.3, -0.25, 0, 0.5, 0.7, 0.4, 0.05, -0.15, -0.1, 0.6, 1.9, 3.2],
            ]).Flux,
        -18,
        90,
        1.5,
        1.4,
        4400);

    // Dilday et al. (2008), section 5.
    private static readonly VolumetricRate Rate = new(1.25, z => Math.Pow(1 + z, 1.5));

    /// <summary>Difference of magnitudes in two passbands at the B maximum of a typical supernova at a redshift.</summary>
    public static double ColourAtMaximum(int first, int second, double redshift) =>
        Magnitudes.FromFlux(Sequence.Flux(first, 0, redshift, 0)) - Magnitudes.FromFlux(Sequence.Flux(second, 0, redshift, 0));

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        var x1 = Math.Clamp(random.NextSplitNormal(0.973, 1.472, 0.222), -3.2, 2.5);
        var colour = Math.Clamp(random.NextSplitNormal(-0.054, 0.043, 0.101), -0.25, 0.4);
        var magnitude = Brightness - (Alpha * x1) + random.NextNormal(0, 0.1);
        var redshift = Math.Max(0.01, Rate.Draw(random));
        var maximum = Explosions.Draw(timeline, 60 * (1 + redshift), random);

        // Guy et al. (2007), section 5: stretch as a polynomial of x1. A colour of 1 dims B by beta: R_V = beta - 1.
        var stretch = 0.98 + (0.091 * x1) + (0.003 * x1 * x1);
        return new ThermonuclearSupernova(Sequence, redshift, maximum, magnitude, stretch, colour, Beta - 1).IfVisible();
    }
}
