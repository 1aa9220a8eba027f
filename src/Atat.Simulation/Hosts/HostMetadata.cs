using Atat.LightCurves;
using Atat.Simulation.Light;

namespace Atat.Simulation.Hosts;

/// <summary>What a survey's catalog says of an object's surroundings: ELAsTiCC's 64 columns, of two host candidates, dust and redshift.</summary>
internal static class HostMetadata
{
    // Magnitude at five standard deviations of the stacked images that hosts are measured on, and the floor of their errors.
    private static readonly double[] StackedDepths = [24.4, 25.8, 25.9, 25.4, 24.7, 23.6];
    private static readonly double[] Floors = [0.0158, 0.0158, 0.0154, 0.0154, 0.0155, 0.0155];

    /// <summary>Writes the row of one object.</summary>
    /// <param name="values">Where to put the values; NaN = missing.</param>
    /// <param name="nearest">First candidate; null: hostless.</param>
    /// <param name="second">Second candidate, or null.</param>
    /// <param name="reddening">The map's E(B-V) in the direction of the object.</param>
    /// <param name="random">Source of randomness.</param>
    public static void Write(Span<float> values, Galaxy? nearest, Galaxy? second, double reddening, Random random)
    {
        values.Fill(float.NaN);
        if (nearest is not null)
        {
            WriteHost(values[..ElasticcMetadata.PerHost], nearest, random);
        }

        if (second is not null)
        {
            WriteHost(values.Slice(ElasticcMetadata.PerHost, ElasticcMetadata.PerHost), second, random);
        }

        var rest = values[(2 * ElasticcMetadata.PerHost)..];
        rest[0] = (float)reddening;
        rest[1] = (float)(0.05 * reddening);
        if (nearest is not null)
        {
            // The spectroscopic redshift where there is one, else the photometric.
            var isMeasured = !float.IsNaN(values[5]);
            (rest[2], rest[3]) = isMeasured ? (values[5], values[6]) : (values[3], values[4]);
        }
    }

    private static void WriteHost(Span<float> values, Galaxy galaxy, Random random)
    {
        const float spectroscopicError = 0.001f;
        values[0] = (float)galaxy.Ellipticity;
        values[1] = (float)(16 * Math.Pow(Math.Max(0.2, galaxy.Radius), 0.7) * Math.Exp(random.NextNormal(0, 0.45)));
        values[2] = (float)galaxy.Separation;
        var photometric = PhotometricRedshift.Draw(galaxy, random);
        values[3] = (float)photometric.Value;
        values[4] = (float)photometric.Error;
        if (random.NextDouble() < SpectroscopicShare(galaxy))
        {
            values[5] = (float)Math.Abs(random.NextNormal(galaxy.Redshift, 0.0015));
            values[6] = spectroscopicError;
        }

        for (var i = 0; i < PhotometricRedshift.Quantiles; i++)
        {
            values[7 + i] = (float)photometric.Quantile(i);
        }

        for (var band = 0; band < LsstPassbands.Count; band++)
        {
            var magnitude = galaxy.Magnitudes[band];
            var noise = 0.217 * Math.Pow(10, 0.4 * (magnitude - StackedDepths[band]));
            var error = Math.Sqrt((Floors[band] * Floors[band]) + (noise * noise));
            values[18 + band] = (float)(magnitude + random.NextNormal(0, Math.Min(error, 1)));
            values[24 + band] = (float)(error * Math.Exp(random.NextNormal(0, 0.1)));
        }
    }

    // Multi-object surveys of bright and near galaxies, as 4MOST's, over part of the sky.
    private static double SpectroscopicShare(Galaxy galaxy)
    {
        var near = 0.85 / (1 + Math.Exp((galaxy.Redshift - 0.15) / 0.045));
        var bright = 1 / (1 + Math.Exp((galaxy.Magnitudes[3] - 22.3) / 0.5));
        return Math.Max(near, 0.07) * bright;
    }
}
