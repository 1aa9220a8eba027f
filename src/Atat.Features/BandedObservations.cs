namespace Atat.Features;

/// <summary>
/// One object's observations grouped by passband and sorted by time within each; refilled for one object after the other, so that nothing is
/// allocated once it is large enough.
/// </summary>
/// <param name="bandCount">Number of passbands of the survey.</param>
public sealed class BandedObservations(int bandCount)
{
    private readonly int[] offsets = new int[bandCount + 1];
    private readonly int[] cursors = new int[bandCount];
    private double[] time = [];
    private double[] flux = [];
    private double[] error = [];

    /// <summary>Number of passbands.</summary>
    public int BandCount => bandCount;

    /// <summary>Observations in all bands.</summary>
    public int Count => offsets[bandCount];

    /// <summary>The bands one after the other.</summary>
    public BandSeries All => Slice(0, Count);

    /// <summary>The observations in a band.</summary>
    public BandSeries this[int band] => Slice(offsets[band], offsets[band + 1]);

    /// <summary>Times of all bands, to be changed in place.</summary>
    internal Span<double> Times => time.AsSpan(0, Count);

    /// <summary>Brightness of all bands, to be changed in place.</summary>
    internal Span<double> Fluxes => flux.AsSpan(0, Count);

    /// <summary>Errors of all bands, to be changed in place.</summary>
    internal Span<double> Errors => error.AsSpan(0, Count);

    /// <summary>First observation of a band in <see cref="All"/>, and, for the number of bands, their end.</summary>
    internal int Offset(int band) => offsets[band];

    /// <summary>Takes the chosen observations in the order given.</summary>
    /// <param name="observations">Observations sorted by time.</param>
    /// <param name="rows">Rows of those to take, ascending.</param>
    public void Fill(Observations observations, ReadOnlySpan<int> rows)
    {
        Array.Clear(offsets);
        foreach (var row in rows)
        {
            offsets[observations.Band[row] + 1]++;
        }

        for (var band = 0; band < bandCount; band++)
        {
            offsets[band + 1] += offsets[band];
            cursors[band] = offsets[band];
        }

        if (time.Length < rows.Length)
        {
            var capacity = Math.Max(256, rows.Length * 2);
            time = new double[capacity];
            flux = new double[capacity];
            error = new double[capacity];
        }

        foreach (var row in rows)
        {
            var place = cursors[observations.Band[row]]++;
            time[place] = observations.Time[row];
            flux[place] = observations.Flux[row];
            error[place] = observations.Error[row];
        }
    }

    private BandSeries Slice(int start, int end) =>
        new(time.AsSpan(start, end - start), flux.AsSpan(start, end - start), error.AsSpan(start, end - start));
}
