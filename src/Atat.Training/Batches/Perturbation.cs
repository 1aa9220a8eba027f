using Atat.Training.Configuration;
using Atat.Training.Data;

namespace Atat.Training.Batches;

/// <summary>What one sample is perturbed by.</summary>
public sealed class Perturbation
{
    private readonly AugmentationConfig config;
    private readonly RedshiftColumns? redshift;
    private readonly Random random;
    private readonly double dropped;
    private readonly float factor;
    private readonly float shift;
    private double spare = double.NaN;

    internal Perturbation(AugmentationConfig config, RedshiftColumns? redshift, Random random)
    {
        this.config = config;
        this.redshift = redshift;
        this.random = random;
        dropped = random.NextDouble() * config.DropObservations;
        factor = (float)Math.Exp(config.FluxFactor * Normal());
        shift = (float)(config.TimeShift * random.NextDouble());
    }

    /// <summary>Perturbs one observation.</summary>
    /// <returns>False where it is left out.</returns>
    public bool Observation(ref float time, ref float flux, ref float error)
    {
        if (random.NextDouble() < dropped)
        {
            return false;
        }

        time += shift;
        if (config.FluxNoise > 0)
        {
            flux += (float)(config.FluxNoise * error * Normal());
            error *= (float)Math.Sqrt(1 + (config.FluxNoise * config.FluxNoise));
        }

        flux *= factor;
        error *= factor;
        return true;
    }

    /// <summary>Perturbs the network's tabular row of an object.</summary>
    public void Tabular(ModelInputs inputs, int index, Span<float> row)
    {
        if (config.RedshiftNoise == 0 || redshift is null)
        {
            return;
        }

        var metadata = inputs.Catalog[index].Metadata;
        var (value, error) = (metadata[redshift.Redshift], metadata[redshift.Error]);
        if (float.IsFinite(value) && float.IsFinite(error))
        {
            row[redshift.Input] = (float)inputs.Metadata.Transformations[redshift.Input].Transform(value + (config.RedshiftNoise * error * Normal()));
        }
    }

    // Marsaglia's polar method gives two at a time.
    private double Normal()
    {
        if (!double.IsNaN(spare))
        {
            var second = spare;
            spare = double.NaN;
            return second;
        }

        while (true)
        {
            var (x, y) = ((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                var scale = Math.Sqrt(-2 * Math.Log(square) / square);
                spare = y * scale;
                return x * scale;
            }
        }
    }
}
