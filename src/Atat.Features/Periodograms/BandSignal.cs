namespace Atat.Features.Periodograms;

/// <summary>What a period search needs of one band: times, brightness without its weighted mean, and weights 1 / error².</summary>
internal sealed class BandSignal
{
    private double[] buffer = [];
    private int capacity;

    /// <summary>Number of observations with a usable error.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of weights.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>Chi-square of the constant model: Σ y² / e².</summary>
    public double ChiSquare { get; private set; }

    /// <summary>Days since the first observation.</summary>
    public Span<double> Time => Column(0);

    /// <summary>Brightness minus its weighted mean.</summary>
    public Span<double> Value => Column(1);

    /// <summary>1 / error.</summary>
    public Span<double> InverseError => Column(2);

    /// <summary>1 / error².</summary>
    public Span<double> Weight => Column(3);

    /// <summary><see cref="Value"/> times <see cref="Weight"/>.</summary>
    public Span<double> WeightedValue => Column(4);

    /// <summary>Time of the first observation as given, days.</summary>
    public double First { get; private set; }

    /// <summary>Time of the last observation as given, days.</summary>
    public double Last { get; private set; }

    /// <summary>Takes the observations of a band from one time to another; those without a positive, finite error are left out.</summary>
    public void Load(BandSeries band, double from, double to)
    {
        if (capacity < band.Length)
        {
            capacity = Math.Max(64, band.Length * 2);
            buffer = new double[5 * capacity];
        }

        Count = capacity;
        var time = Time;
        var value = Value;
        var inverse = InverseError;
        var count = 0;
        for (var i = 0; i < band.Length; i++)
        {
            var reciprocal = 1 / band.Error[i];
            if (band.Time[i] >= from && band.Time[i] <= to && band.Error[i] > 0 && double.IsFinite(reciprocal) && double.IsFinite(band.Flux[i]))
            {
                time[count] = band.Time[i];
                value[count] = band.Flux[i];
                inverse[count++] = reciprocal;
            }
        }

        Count = count;
        Centre();
    }

    private void Centre()
    {
        var time = Time;
        var value = Value;
        var inverse = InverseError;
        var weight = Weight;
        var product = WeightedValue;
        // From the first value, so that what is constant has no variance by rounding.
        var origin = Count > 0 ? value[0] : 0;
        var (total, mean) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            weight[i] = inverse[i] * inverse[i];
            total += weight[i];
            mean += weight[i] * (value[i] - origin);
        }

        mean /= total;
        var square = 0.0;
        (First, Last) = Count > 0 ? (time[0], time[^1]) : (double.NaN, double.NaN);
        for (var i = 0; i < Count; i++)
        {
            time[i] -= First;
            value[i] = value[i] - origin - mean;
            product[i] = value[i] * weight[i];
            square += value[i] * product[i];
        }

        TotalWeight = total;
        ChiSquare = square;
    }

    private Span<double> Column(int index) => buffer.AsSpan(index * capacity, Count);
}
