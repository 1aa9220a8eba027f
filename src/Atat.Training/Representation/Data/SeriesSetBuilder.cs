namespace Atat.Training.Representation.Data;

/// <summary>Puts a <see cref="SeriesSet"/> together, one series after the other.</summary>
/// <param name="hasBands">Whether observations name a band.</param>
/// <param name="hasVariances">Whether observations have a variance.</param>
internal sealed class SeriesSetBuilder(bool hasBands, bool hasVariances)
{
    private readonly List<string> ids = [];
    private readonly List<int> labels = [];
    private readonly List<int> offsets = [0];
    private readonly List<float> values = [];
    private readonly List<float> times = [];
    private readonly List<byte> bands = [];
    private readonly List<float> variances = [];

    /// <summary>Adds a series; its observations in order of time.</summary>
    public void Add(string id, int label, ReadOnlySpan<SeriesPoint> points)
    {
        foreach (var point in points)
        {
            values.Add(point.Value);
            times.Add(point.Time);
            if (hasBands)
            {
                bands.Add(point.Band);
            }

            if (hasVariances)
            {
                variances.Add(point.Variance);
            }
        }

        ids.Add(id);
        labels.Add(label);
        offsets.Add(values.Count);
    }

    /// <summary>The set.</summary>
    public SeriesSet Build() => new([.. ids], [.. labels], [.. offsets], [.. values], [.. times], [.. bands], [.. variances]);
}
