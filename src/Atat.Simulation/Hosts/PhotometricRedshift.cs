namespace Atat.Simulation.Hosts;

/// <summary>
/// What photometry alone says of a galaxy's redshift, as ELAsTiCC's host libraries have it: a core of 0.06 (1 + z), wider for faint galaxies,
/// pulled towards 0.16 for the nearest, whose break lies within u, and some catastrophic failures (compare Graham et al. 2018, figure 4).
/// </summary>
internal sealed class PhotometricRedshift
{
    /// <summary>Number of quantiles: 0 to 100 % in steps of 10.</summary>
    public const int Quantiles = 11;

    private const double Maximum = 3;

    // Normal quantiles at 10 to 90 %; the ends are long tails.
    private static readonly double[] Normal = [0, -1.28, -0.84, -0.52, -0.25, 0, 0.25, 0.52, 0.84, 1.28, 0];

    private readonly double[] quantiles = new double[Quantiles];

    private PhotometricRedshift(double value, double deviation, Random random)
    {
        for (var i = 1; i < Quantiles - 1; i++)
        {
            var stretch = Normal[i] < 0 ? Math.Min(deviation, 0.45 * value) : deviation;
            quantiles[i] = Math.Min(Maximum, value + (Normal[i] * stretch * random.NextUniform(0.85, 1.15)));
        }

        Array.Sort(quantiles, 1, Quantiles - 2);
        quantiles[5] = Math.Clamp(value, quantiles[4], quantiles[6]);
        quantiles[0] = Math.Max(-0.005, quantiles[1] * random.NextUniform(0.1, 0.8));
        var last = random.NextDouble() < 0.15 ? random.NextUniform(2.4, Maximum) : quantiles[^2] + (deviation * random.NextUniform(1, 5));
        quantiles[^1] = Math.Min(Maximum, Math.Max(last, quantiles[^2]));
        Error = Math.Max(0.03, (quantiles[5] * random.NextNormal(1, 0.05)) + random.NextNormal(0, 0.008));
    }

    /// <summary>Best value: the median.</summary>
    public double Value => quantiles[5];

    /// <summary>Its error as the survey states it: root mean square of the posterior's tails, about as large as the value itself.</summary>
    public double Error { get; }

    /// <summary>Quantile i x 10 % of the posterior.</summary>
    public double Quantile(int i) => quantiles[i];

    /// <summary>Draws what a survey would say of a galaxy.</summary>
    public static PhotometricRedshift Draw(Galaxy galaxy, Random random)
    {
        var faintness = Math.Max(0, galaxy.Magnitudes[3] - 21);
        var deviation = (0.05 + (0.02 * faintness)) * (1 + galaxy.Redshift) * random.NextUniform(0.75, 1.4);
        if (random.NextDouble() < 0.04 + (0.03 * faintness))
        {
            return new PhotometricRedshift(random.NextDouble() < 0.3 ? random.NextUniform(2.2, 2.9) : random.NextUniform(0.3, 1.4), deviation, random);
        }

        var pull = Math.Exp(-galaxy.Redshift / 0.12);
        var expected = ((1 - pull) * galaxy.Redshift) + (pull * 0.16);
        return new PhotometricRedshift(Math.Clamp(Math.Abs(random.NextNormal(expected, 0.75 * deviation)) + 0.01, 0.02, Maximum), deviation, random);
    }
}
