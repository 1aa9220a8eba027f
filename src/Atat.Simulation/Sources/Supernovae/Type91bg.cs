using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>
/// 91bg-like supernova: two magnitudes fainter than normal ones, red by titanium, fast, without a second maximum (Filippenko et al. 1992;
/// Taubenberger et al. 2008; templates in the manner of Nugent et al. 2002).
/// </summary>
public static class Type91bg
{
    private const double Brightness = -17.2; // AB in B

    private static readonly SpectralSequence Sequence = new(
        new ColourCurves(
            [2000, 2800, 3600, 4400, 5450, 6400, 7900, 8900, 10200, 12500],
            [-15, -12, -10, -5, 0, 5, 10, 15, 20, 25, 30, 40, 60, 90],
            [5.5, 3.3, 1.38, 0, -0.49, -0.5, -0.41, -0.4, 0.05, 0.1],
            [
                [9, 3.0, 1.7, 0.2, 0, 0.6, 1.5, 2.3, 2.7, 2.9, 3.1, 3.4, 4.1, 4.9],
                [9, 3.0, 1.7, 0.2, 0, 0.6, 1.5, 2.3, 2.7, 2.9, 3.1, 3.4, 4.1, 4.9],
                [8, 2.8, 1.6, 0.2, 0, 0.5, 1.3, 2.1, 2.6, 2.85, 3.0, 3.3, 4.0, 4.8],
                [8, 2.6, 1.6, 0.3, 0, 0.35, 1.1, 1.9, 2.4, 2.65, 2.8, 3.1, 3.8, 4.6],
                [8, 2.5, 1.5, 0.35, 0, -0.02, 0.4, 0.95, 1.4, 1.7, 1.95, 2.4, 3.2, 4.1],
                [8, 2.4, 1.4, 0.35, 0, -0.05, 0.3, 0.75, 1.2, 1.55, 1.85, 2.35, 3.3, 4.4],
                [8, 2.3, 1.35, 0.35, 0, -0.13, 0.0, 0.35, 0.75, 1.1, 1.4, 1.95, 2.95, 4.2],
                [8, 2.3, 1.35, 0.35, 0, -0.15, -0.05, 0.25, 0.65, 1.0, 1.3, 1.9, 2.9, 4.2],
                [8, 2.2, 1.2, 0.25, 0, -0.15, -0.15, 0.1, 0.5, 0.9, 1.2, 1.8, 2.8, 4.0],
                [8, 2.2, 1.2, 0.25, 0, -0.15, -0.1, 0.2, 0.6, 1.0, 1.3, 1.9, 2.9, 4.0],
            ]).Flux,
        -15,
        90,
        1.5,
        0.8,
        4400);

    private static readonly VolumetricRate Rate = new(0.6, z => Math.Pow(1 + z, 1.5));

    /// <summary>Draws one.</summary>
    public static ISource? Draw(Timeline timeline, Random random)
    {
        // The faster the fainter and redder (Taubenberger et al. 2008, figure 6).
        var stretch = random.NextNormal(0.92, 0.08, 0.72, 1.2);
        var magnitude = Brightness - (2.5 * (stretch - 0.92)) + random.NextNormal(0, 0.3);
        var colour = (-0.8 * (stretch - 0.92)) + random.NextNormal(0, 0.06) + random.NextExponential(0.03);
        var redshift = Math.Max(0.01, Rate.Draw(random));
        var maximum = Explosions.Draw(timeline, 50 * (1 + redshift), random);
        return new ThermonuclearSupernova(Sequence, redshift, maximum, magnitude, stretch, colour, 3.1).IfVisible();
    }
}
