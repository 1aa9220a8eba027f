namespace Atat.Metrics.Embeddings;

/// <summary>
/// Stochastic gradient descent of a UMAP map (McInnes et al. 2018, algorithm 5): each edge of the graph is followed in a share of the epochs that its weight says,
/// pulls both its ends together, and has its ends pushed away from points at random. The step falls linearly to 0.
/// </summary>
internal sealed class UmapDescent
{
    // Keeps the repulsion of very near points finite, and steps short: constants of the paper's program.
    private const double Softening = 1e-3;
    private const double LongestStep = 4;

    private readonly int[] rows;
    private readonly int[] columns;
    private readonly double[] interval;
    private readonly UmapCurve curve;
    private readonly int epochs;
    private readonly int negatives;

    /// <summary>Prepares a descent.</summary>
    /// <param name="graph">Graph of the points.</param>
    /// <param name="curve">Nearness on the map.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="negatives">Negative samples per pull of an end.</param>
    public UmapDescent(FuzzyGraph graph, UmapCurve curve, int epochs, int negatives)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        ArgumentOutOfRangeException.ThrowIfNegative(negatives);
        (this.curve, this.epochs, this.negatives) = (curve, epochs, negatives);

        // An edge of which less than one sample is due in all epochs has none.
        var largest = graph.Weights.Max();
        int[] kept = [.. Enumerable.Range(0, graph.Weights.Length).Where(e => graph.Weights[e] * epochs >= largest)];
        rows = Array.ConvertAll(kept, e => graph.Rows[e]);
        columns = Array.ConvertAll(kept, e => graph.Columns[e]);
        interval = Array.ConvertAll(kept, e => largest / graph.Weights[e]);
    }

    /// <summary>Moves the points of a map.</summary>
    /// <param name="map">Row-major (N, 2).</param>
    /// <param name="random">Source of the negative samples.</param>
    /// <param name="cancellation">Ends it between epochs.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(Span<double> map, ref SplitMix64 random, CancellationToken cancellation)
    {
        var due = (double[])interval.Clone();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = 1 - ((epoch - 1.0) / epochs);
            for (var e = 0; e < due.Length; e++)
            {
                if (due[e] <= epoch)
                {
                    due[e] += interval[e];
                    Follow(map, rows[e], columns[e], step, ref random);
                    Follow(map, columns[e], rows[e], step, ref random);
                }
            }
        }
    }

    private void Follow(Span<double> map, int from, int to, double step, ref SplitMix64 random)
    {
        var a = map.Slice(2 * from, 2);
        var b = map.Slice(2 * to, 2);
        var (x, y, squared) = Difference(a, b);
        if (squared > 0)
        {
            var power = curve.A * Math.Pow(squared, curve.B);
            var pull = -2 * curve.B * power / (squared * (1 + power));
            var (dx, dy) = (step * Limited(pull * x), step * Limited(pull * y));
            (a[0], a[1], b[0], b[1]) = (a[0] + dx, a[1] + dy, b[0] - dx, b[1] - dy);
        }

        for (var n = 0; n < negatives; n++)
        {
            var other = random.Below(map.Length / 2);
            (x, y, squared) = Difference(a, map.Slice(2 * other, 2));
            if (squared > 0)
            {
                var push = 2 * curve.B / ((Softening + squared) * (1 + (curve.A * Math.Pow(squared, curve.B))));
                (a[0], a[1]) = (a[0] + (step * Limited(push * x)), a[1] + (step * Limited(push * y)));
            }
        }
    }

    private static (double X, double Y, double Squared) Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (x, y) = (a[0] - b[0], a[1] - b[1]);
        return (x, y, (x * x) + (y * y));
    }

    private static double Limited(double move) => Math.Clamp(move, -LongestStep, LongestStep);
}
