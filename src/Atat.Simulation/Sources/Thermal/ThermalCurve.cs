namespace Atat.Simulation.Sources.Thermal;

/// <summary>Luminosity and temperature of a photosphere over time, tabulated at the source's own days since explosion.</summary>
public sealed class ThermalCurve
{
    private const int Points = 96;

    private readonly double last;
    private readonly double[] luminosity = new double[Points];
    private readonly double[] temperature = new double[Points];

    /// <summary>Tabulates a curve.</summary>
    /// <param name="last">Last phase, days at the source; dark after it.</param>
    /// <param name="at">Luminosity (erg/s) and temperature (K) at a phase in days; called once for each phase of the table, in order.</param>
    public ThermalCurve(double last, Func<double, (double Luminosity, double Temperature)> at)
    {
        this.last = last;
        for (var i = 1; i < Points; i++)
        {
            (luminosity[i], temperature[i]) = at(PhaseAt(i));
            if (luminosity[i] > luminosity[Peak])
            {
                Peak = i;
            }
        }

        temperature[0] = temperature[1];
    }

    /// <summary>Days at the source from explosion to the largest luminosity.</summary>
    public double RiseTime => PhaseAt(Peak);

    /// <summary>Largest luminosity, erg/s.</summary>
    public double PeakLuminosity => luminosity[Peak];

    private int Peak { get; }

    /// <summary>Luminosity (erg/s) and temperature (K) at a phase in days; no light before 0 or after the last phase.</summary>
    public (double Luminosity, double Temperature) At(double phase)
    {
        if (phase <= 0 || phase >= last)
        {
            return (0, temperature[0]);
        }

        var place = Math.Sqrt(phase / last) * (Points - 1);
        var i = Math.Min((int)place, Points - 2);
        var share = place - i;
        return (luminosity[i] + (share * (luminosity[i + 1] - luminosity[i])), temperature[i] + (share * (temperature[i + 1] - temperature[i])));
    }

    // Denser at first, when all changes fast.
    private double PhaseAt(int i) => last * i * i / ((Points - 1.0) * (Points - 1));
}
