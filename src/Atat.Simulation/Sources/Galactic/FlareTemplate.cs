namespace Atat.Simulation.Sources.Galactic;

/// <summary>Shape of a white-light flare: Davenport et al. (2014), equations 1 and 4, from thousands of flares of GJ 1243.</summary>
public static class FlareTemplate
{
    /// <summary>Integral of the shape over time, in units of the full width at half maximum.</summary>
    public const double Area = 1.827;

    /// <summary>Where the shape has fallen below a thousandth, in the same units.</summary>
    public const double End = 20;

    /// <summary>Flux over that of the peak.</summary>
    /// <param name="time">Time from the peak over the full width at half maximum.</param>
    public static double At(double time) => time switch
    {
        < -1 or > End => 0,
        < 0 => 1 + (time * (1.941 + (time * (-0.175 + (time * (-2.246 - (1.125 * time))))))),
        _ => (0.6890 * Math.Exp(-1.600 * time)) + (0.3030 * Math.Exp(-0.2783 * time)),
    };
}
