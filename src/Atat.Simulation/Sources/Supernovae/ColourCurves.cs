namespace Atat.Simulation.Sources.Supernovae;

/// <summary>
/// Light curves of a class by rest wavelength: magnitudes (AB) below the B maximum, at some wavelengths and phases, and everything between
/// by interpolation. A spectrum as smooth as its photometry.
/// </summary>
/// <param name="Wavelengths">Å at the source, ascending.</param>
/// <param name="Phases">Days from the B maximum at the source, ascending.</param>
/// <param name="Offsets">Magnitude at phase 0 by wavelength, relative to B.</param>
/// <param name="Fading">Magnitudes relative to phase 0: (wavelengths, phases).</param>
internal sealed record ColourCurves(double[] Wavelengths, double[] Phases, double[] Offsets, double[][] Fading)
{
    // Slope of the exponential tail, magnitudes per day.
    private const double Tail = 0.012;

    /// <summary>F_ν over that of the B maximum.</summary>
    /// <param name="wavelength">Å at the source.</param>
    /// <param name="phase">Days at the source.</param>
    public double Flux(double wavelength, double phase)
    {
        var (w, share) = Place(Wavelengths, wavelength);
        var magnitude = ((1 - share) * At(w, phase)) + (share * At(w + 1, phase));
        return Math.Exp(-0.921 * magnitude);
    }

    private double At(int w, double phase)
    {
        if (phase > Phases[^1])
        {
            return Offsets[w] + Fading[w][^1] + (Tail * (phase - Phases[^1]));
        }

        var (p, share) = Place(Phases, phase);
        return Offsets[w] + ((1 - share) * Fading[w][p]) + (share * Fading[w][p + 1]);
    }

    private static (int Index, double Share) Place(double[] grid, double value)
    {
        var i = Array.BinarySearch(grid, value);
        i = Math.Clamp(i < 0 ? ~i - 1 : i, 0, grid.Length - 2);
        return (i, Math.Clamp((value - grid[i]) / (grid[i + 1] - grid[i]), 0, 1));
    }
}
