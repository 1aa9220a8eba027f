namespace Atat.Training.Representation.Data;

/// <summary>
/// The synthetic data sets of thesis section 3.4.1, two classes each: 200 times of U(0, 1), of which each is kept with a probability of 0.8; a
/// frequency of U(1.4, 3) and a phase for every series.
/// </summary>
/// <remarks>
/// Read where the text leaves a choice: the phase is of U(0, 2 pi); N(0, 5) has the variance 5; the saw blade of Syn-C goes from -1 to 1 with
/// a period of one in the argument of the sine, and both of its classes have the noise.
/// </remarks>
public static class SyntheticSeries
{
    /// <summary>Variance of the noise in the text of the thesis.</summary>
    public const double ThesisNoiseVariance = 5;

    private const int Samples = 200;
    private const double Kept = 0.8;
    private const double LowestFrequency = 1.4;
    private const double HighestFrequency = 3;
    private const double Modulation = 0.25;
    private const double ModulationFrequency = 30;

    /// <summary>Names of the two classes of a data set, in order.</summary>
    public static string[] Classes(SyntheticDataset dataset) => dataset switch
    {
        SyntheticDataset.A => ["sine", "noisy sine"],
        SyntheticDataset.B => ["sine", "modulated sine"],
        SyntheticDataset.C => ["sine", "saw blade"],
        _ => throw new ArgumentOutOfRangeException(nameof(dataset), dataset, "There is no such data set."),
    };

    /// <summary>Whether a data set has noise, in one class or in both.</summary>
    public static bool HasNoise(SyntheticDataset dataset) => dataset != SyntheticDataset.B;

    /// <summary>Makes series, the classes in turn.</summary>
    /// <param name="dataset">Which data set.</param>
    /// <param name="perClass">Series of each class.</param>
    /// <param name="seed">Seed; each part of a data set has its own.</param>
    /// <param name="noiseVariance">Variance of the noise; Syn-B has none.</param>
    public static SeriesSet Make(SyntheticDataset dataset, int perClass, int seed, double noiseVariance = ThesisNoiseVariance)
    {
        var deviation = Math.Sqrt(noiseVariance);
        var random = new Random(seed);
        var builder = new SeriesSetBuilder(hasBands: false, hasVariances: false);
        var points = new SeriesPoint[Samples];
        for (var i = 0; i < 2 * perClass; i++)
        {
            var frequency = LowestFrequency + ((HighestFrequency - LowestFrequency) * random.NextDouble());
            var phase = 2 * Math.PI * random.NextDouble();
            var count = 0;
            for (var k = 0; k < Samples; k++)
            {
                var time = random.NextDouble();
                var value = Value(dataset, i % 2, time, frequency, phase, deviation, random);
                if (random.NextDouble() < Kept)
                {
                    points[count++] = new((float)time, (float)value);
                }
            }

            var series = points.AsSpan(0, count);
            series.Sort((a, b) => a.Time.CompareTo(b.Time));
            builder.Add(FormattableString.Invariant($"{seed}-{i}"), i % 2, series);
        }

        return builder.Build();
    }

    // Equations 3.7 and 3.8.
    private static double Value(SyntheticDataset dataset, int label, double time, double frequency, double phase, double deviation, Random random)
    {
        var angle = 2 * Math.PI * frequency * time;
        var sine = Math.Sin(angle + phase);
        return (dataset, label) switch
        {
            (SyntheticDataset.A or SyntheticDataset.B, 0) => sine,
            (SyntheticDataset.A, _) => sine + Noise(deviation, random),
            (SyntheticDataset.B, _) => sine * (1 + (Modulation * Math.Sin((angle * ModulationFrequency) + phase))),
            (_, 0) => sine + Noise(deviation, random),
            _ => SawBlade(angle + phase) + Noise(deviation, random),
        };
    }

    private static double SawBlade(double x) => (2 * (x - Math.Floor(x))) - 1;

    private static double Noise(double deviation, Random random) => deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
