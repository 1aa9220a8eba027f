using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>A score over the runs of a row.</summary>
/// <param name="Mean">Mean over runs; NaN where there is none.</param>
/// <param name="Deviation">Standard deviation over runs (n - 1); NaN where there are fewer than two.</param>
/// <param name="Runs">Number of runs.</param>
internal readonly record struct MeanScore(double Mean, double Deviation, int Runs)
{
    /// <summary>A score of no run.</summary>
    public static MeanScore None { get; } = new(double.NaN, double.NaN, 0);

    /// <summary>Whether there is a run.</summary>
    public bool IsMeasured => !double.IsNaN(Mean);

    /// <summary>Variance of the mean; 0 where a single run leaves it unknown.</summary>
    public double ErrorVariance => double.IsNaN(Deviation) ? 0 : Deviation * Deviation / Runs;

    /// <summary>Mean and deviation of values; those that are not finite are left out.</summary>
    public static MeanScore Of(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length < 2)
        {
            return finite.Length == 0 ? None : new MeanScore(finite[0], double.NaN, 1);
        }

        var mean = finite.Average();
        return new MeanScore(mean, Math.Sqrt(finite.Sum(value => (value - mean) * (value - mean)) / (finite.Length - 1)), finite.Length);
    }

    /// <summary>"69.44 ± 0.92", or "69.44" of a single run.</summary>
    public override string ToString() => double.IsNaN(Deviation)
        ? StudyText.Fixed(Mean, 2)
        : $"{StudyText.Fixed(Mean, 2)}\u00a0±\u00a0{StudyText.Fixed(Deviation, 2)}";
}
