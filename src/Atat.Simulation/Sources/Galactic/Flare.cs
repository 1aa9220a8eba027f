namespace Atat.Simulation.Sources.Galactic;

/// <summary>One flare.</summary>
/// <param name="Peak">MJD of its peak.</param>
/// <param name="Width">Full width at half maximum in days.</param>
/// <param name="Luminosity">Bolometric luminosity at the peak, erg/s.</param>
/// <param name="Temperature">K.</param>
public readonly record struct Flare(double Peak, double Width, double Luminosity, double Temperature);
