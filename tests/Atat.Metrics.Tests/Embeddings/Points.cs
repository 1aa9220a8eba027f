namespace Atat.Metrics.Tests.Embeddings;

/// <summary>Points to test with.</summary>
internal static class Points
{
    /// <summary>Three dimensions: ten points about the origin, eight about (4, 4, 0), and one far away.</summary>
    public static readonly double[] Nineteen =
    [
        0, 0.3, -0.27, -0.89, -0.45, -0.99, 0.06, 1.34, -0.49, -0.62, 0.49, 0.36, 0.11, -0.93, -0.03, 0.7, -1.34, -0.46, -1.9, -1.29, -1.84, -0.24, -1.27, 0.27, 0.16, -0.19, -2.52,
        -0.54, -0.05, 0.11, 3.23, 3.76, -0.49, 3.6, 4.53, -0.4, 3.98, 4.44, -0.29, 3.94, 4.06, 0.03, 3.39, 4.04, 0.68, 3.23, 4.43, 0.06, 3.68, 5, 0.38, 3.4, 4.04, 0.29, 8, -6, 2,
    ];

    /// <summary>Points about centres, in turn: row-major (count, width).</summary>
    public static double[] Clusters(int count, int width, int clusters, double distance, int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var centres = new double[clusters * width];
        foreach (ref var x in centres.AsSpan())
        {
            x = distance * Normal(ref random);
        }

        var points = new double[count * width];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = centres[(i / width % clusters * width) + (i % width)] + Normal(ref random);
        }

        return points;
    }

    /// <summary>A band of two dimensions rolled up in three.</summary>
    public static double[] Roll(int count)
    {
        var random = new SplitMix64(5);
        var points = new double[3 * count];
        for (var i = 0; i < count; i++)
        {
            var angle = 1.5 * Math.PI * (1 + (2 * Uniform(ref random)));
            (points[3 * i], points[(3 * i) + 1], points[(3 * i) + 2]) = (angle * Math.Cos(angle), 10 * Uniform(ref random), angle * Math.Sin(angle));
        }

        return points;
    }

    public static double Uniform(ref SplitMix64 random) => (random.Next() >> 11) * Math.ScaleB(1, -53);

    private static double Normal(ref SplitMix64 random) =>
        Math.Sqrt(-2 * Math.Log(1 - Uniform(ref random))) * Math.Cos(2 * Math.PI * Uniform(ref random));
}
