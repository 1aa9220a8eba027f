using Atat.Simulation.Light;

namespace Atat.Simulation.Sources.Thermal;

/// <summary>One photosphere of a transient.</summary>
/// <param name="Curve">Luminosity and temperature over time.</param>
/// <param name="Photosphere">Spectrum.</param>
public sealed record ThermalComponent(ThermalCurve Curve, Photosphere Photosphere);
