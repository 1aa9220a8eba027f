using Atat.LightCurves;

namespace Atat.Features;

/// <summary>
/// The observations of one object of a catalog at a day, in double precision; as brightness in the survey's unit, and as flux in FLUXCAL (zero point 27.5
/// mag), which the constants of the supernova features are meant for. Fluxes of another, known zero point are brought to that one.
/// </summary>
internal sealed class ObservationBuffer
{
    private const double ReferenceZeroPoint = 27.5;

    private readonly CatalogSchema schema;
    private readonly double scale;
    private readonly int redshift;
    private readonly int reddening;
    private int[] rows = [];
    private double[] time = [];
    private double[] brightness = [];
    private double[] error = [];
    private double[] flux = [];
    private double[] fluxError = [];
    private byte[] band = [];
    private bool[] detected = [];
    private int count;

    /// <summary>Makes a buffer for a survey.</summary>
    public ObservationBuffer(CatalogSchema schema)
    {
        this.schema = schema;
        scale = schema.Unit == BrightnessUnit.Flux && double.IsFinite(schema.ZeroPoint) ? Math.Pow(10, 0.4 * (ReferenceZeroPoint - schema.ZeroPoint)) : 1;
        redshift = schema.MetadataIndex(MetadataRole.Redshift);
        reddening = schema.MetadataIndex(MetadataRole.MilkyWayReddening);
    }

    /// <summary>The observations in the survey's unit.</summary>
    public Observations Brightness => View(brightness, error);

    /// <summary>The observations as fluxes.</summary>
    public Observations Flux => schema.Unit == BrightnessUnit.Flux ? Brightness : View(flux, fluxError);

    /// <summary>Takes what is known of a light curve at a day.</summary>
    public void Fill(LightCurve lightCurve, double day)
    {
        Reserve(lightCurve.Length);
        count = Window.Select(lightCurve, day, WindowRule.Causal, rows);
        Copy(lightCurve);
    }

    /// <summary>Takes all of a light curve but its saturated observations.</summary>
    public void FillWhole(LightCurve lightCurve)
    {
        Reserve(lightCurve.Length);
        count = 0;
        for (var i = 0; i < lightCurve.Length; i++)
        {
            rows[count] = i;
            count += lightCurve.Saturated[i] ? 0 : 1;
        }

        Copy(lightCurve);
    }

    private void Copy(LightCurve lightCurve)
    {
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            time[i] = lightCurve.Mjd[row];
            brightness[i] = lightCurve.Flux[row] * scale;
            error[i] = lightCurve.FluxError[row] * scale;
            band[i] = lightCurve.Band[row];
            detected[i] = lightCurve.Detected[row];
            if (schema.Unit == BrightnessUnit.Magnitude)
            {
                flux[i] = Math.Pow(10, 0.4 * (ReferenceZeroPoint - brightness[i]));
                fluxError[i] = 0.4 * Math.Log(10) * flux[i] * error[i];
            }
        }
    }

    /// <summary>What is known of an object beyond its light curve.</summary>
    public ObjectInformation InformationOf(AstroObject item) => new(
        item.RightAscension,
        item.Declination,
        redshift < 0 ? double.NaN : item.Metadata[redshift],
        reddening < 0 ? double.NaN : item.Metadata[reddening]);

    private Observations View(double[] values, double[] errors) => new()
    {
        Time = time.AsSpan(0, count),
        Flux = values.AsSpan(0, count),
        Error = errors.AsSpan(0, count),
        Band = band.AsSpan(0, count),
        Detected = detected.AsSpan(0, count),
    };

    private void Reserve(int length)
    {
        if (rows.Length >= length)
        {
            return;
        }

        var capacity = length * 2;
        rows = new int[capacity];
        time = new double[capacity];
        brightness = new double[capacity];
        error = new double[capacity];
        flux = new double[capacity];
        fluxError = new double[capacity];
        band = new byte[capacity];
        detected = new bool[capacity];
    }
}
