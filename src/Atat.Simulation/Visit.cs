namespace Atat.Simulation;

/// <summary>One exposure of a field.</summary>
/// <param name="Mjd">Time in days.</param>
/// <param name="Band">Index of the passband.</param>
/// <param name="Sky">Standard deviation of the flux (FLUXCAL) measured where nothing is.</param>
/// <param name="Photon">FLUXCAL of one photo-electron.</param>
/// <param name="Area">Effective area of the point-spread function in square arc seconds.</param>
public readonly record struct Visit(double Mjd, byte Band, double Sky, double Photon, double Area);
