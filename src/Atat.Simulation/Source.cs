namespace Atat.Simulation;

/// <summary>One simulated object, before it is observed.</summary>
/// <param name="Redshift">Redshift; 0 within the Galaxy.</param>
/// <param name="Flux">Difference flux (FLUXCAL) at a time (MJD) and wavelength (Å at the observer), without dust.</param>
public sealed record Source(double Redshift, Func<double, double, double> Flux);
