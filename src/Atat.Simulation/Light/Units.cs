namespace Atat.Simulation.Light;

/// <summary>Physical constants, cgs.</summary>
internal static class Units
{
    /// <summary>Planck constant, erg s.</summary>
    public const double Planck = 6.62607015e-27;

    /// <summary>Speed of light, cm/s.</summary>
    public const double SpeedOfLight = 2.99792458e10;

    /// <summary>Boltzmann constant, erg/K.</summary>
    public const double Boltzmann = 1.380649e-16;

    /// <summary>Stefan-Boltzmann constant, erg/s/cm²/K⁴.</summary>
    public const double StefanBoltzmann = 5.670374419e-5;

    /// <summary>Parsec, cm.</summary>
    public const double Parsec = 3.0856775815e18;

    /// <summary>Mass of the Sun, g.</summary>
    public const double SolarMass = 1.98841e33;

    /// <summary>Radius of the Sun, cm.</summary>
    public const double SolarRadius = 6.957e10;

    /// <summary>Day, s.</summary>
    public const double Day = 86400;
}
