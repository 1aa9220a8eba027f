namespace Atat.Simulation.Sources;

/// <summary>When transients explode.</summary>
internal static class Explosions
{
    /// <summary>Draws the time (MJD) of an explosion that may still be seen within the timeline.</summary>
    /// <param name="timeline">Time that the survey lasts.</param>
    /// <param name="visible">Days, on Earth, that the transient stays bright.</param>
    /// <param name="random">Source of randomness.</param>
    public static double Draw(Timeline timeline, double visible, Random random) => random.NextUniform(timeline.Start - visible, timeline.End);
}
