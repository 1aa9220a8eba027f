using Atat.LightCurves;
using Atat.Training.Configuration;
using Atat.Training.Data;

namespace Atat.Training.Batches;

/// <summary>What one sample is perturbed by.</summary>
public sealed class Perturbation
{
    private const float LongestNight = 0.5f; // days

    private readonly AugmentationConfig config;
    private readonly RedshiftColumns? redshift;
    private readonly Random random;
    private readonly double dropped;
    private readonly float factor;
    private readonly float shift;
    private readonly double droppedNights;
    private double spare = double.NaN;
    private float night = float.NegativeInfinity;
    private bool isNightDropped;

    internal Perturbation(AugmentationConfig config, RedshiftColumns? redshift, double value, Random random)
    {
        this.config = config;
        this.redshift = redshift;
        this.random = random;
        dropped = random.NextDouble() * config.DropObservations;
        factor = (float)Math.Exp(config.FluxFactor * Normal());
        shift = (float)(config.TimeShift * random.NextDouble());
        droppedNights = config.Cadence == 0 ? 0 : random.NextDouble() * config.Cadence;
        Moved = config.Redshift == 0 ? RedshiftShift.None : RedshiftShift.Draw(value, config.Redshift, random);
    }

    /// <summary>How far the object is moved in redshift.</summary>
    public RedshiftShift Moved { get; }

    /// <summary>How many of an object's observations lie within its day, as far as it is stretched.</summary>
    /// <param name="windows">The light curves.</param>
    /// <param name="sample">The object.</param>
    public int Length(WindowedLightCurves windows, Sample sample) =>
        Moved == RedshiftShift.None || sample.Day >= Window.WholeLightCurve ? sample.Length : windows.Length(sample.Index, sample.Day / Moved.Stretch);

    /// <summary>Perturbs one observation.</summary>
    /// <returns>False where it is left out.</returns>
    public bool Observation(ref float time, ref float flux, ref float error)
    {
        if (IsLeftOut(time))
        {
            return false;
        }

        time = (float)(time * Moved.Stretch) + shift;
        if (Moved != RedshiftShift.None)
        {
            // The sky's noise does not fade with the object: what the fainter flux's own noise lacks is added.
            var brightness = (float)Moved.Brightness;
            flux = (flux * brightness) + (brightness < 1 ? (float)(Math.Sqrt(1 - (brightness * brightness)) * error * Normal()) : 0);
            error *= Math.Max(1, brightness);
        }

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
        if (Moved != RedshiftShift.None)
        {
            redshift?.Move(inputs, index, Moved, row);
        }

        if (config.RedshiftNoise > 0)
        {
            redshift?.Blur(inputs, index, Moved, () => config.RedshiftNoise * Normal(), row);
        }
    }

    // What one night sees is left out or kept as a whole; nights are told apart by what lies between them.
    private bool IsLeftOut(float time)
    {
        if (droppedNights > 0 && time - night > LongestNight)
        {
            night = time;
            isNightDropped = random.NextDouble() < droppedNights;
        }

        return random.NextDouble() < dropped || isNightDropped;
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
