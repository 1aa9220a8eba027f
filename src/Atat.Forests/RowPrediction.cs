using System.Buffers;
using Atat.Forests.Walking;

namespace Atat.Forests;

/// <summary>Prediction of rows, by any forest.</summary>
internal static class RowPrediction
{
    private const int OnStack = 2048;

    /// <summary>Class probabilities of an object; allocates nothing.</summary>
    public static void Predict(IPreparedForest forest, ReadOnlySpan<float> row, Span<float> probabilities)
    {
        if (row.Length != forest.Features || probabilities.Length != forest.Classes)
        {
            throw new ArgumentException($"{row.Length} features and {probabilities.Length} probabilities, where the forest has {forest.Features} and {forest.Classes}.", nameof(row));
        }

        var length = 2 * row.Length;
        var rented = length > OnStack ? ArrayPool<int>.Shared.Rent(length) : null;
        var prepared = rented is null ? stackalloc int[OnStack] : rented;
        ValueKeys.Prepare(row, prepared);
        forest.PredictPrepared(prepared[..length], probabilities);
        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    /// <summary>Class probabilities of many objects, (rows, classes).</summary>
    public static float[] PredictAll(IPreparedForest forest, FeatureMatrix features, int[] rows, int threads)
    {
        if (features.Columns != forest.Features)
        {
            throw new ArgumentException($"{features.Columns} features, where the forest has {forest.Features}.", nameof(features));
        }

        var classes = forest.Classes;
        var probabilities = new float[rows.Length * classes];
        var blocks = (rows.Length + BlockWalk.Rows - 1) / BlockWalk.Rows;
        Parallel.For(0, blocks, Workers.Options(threads, CancellationToken.None), () => new BlockWalk(features.Columns), (block, _, walk) =>
        {
            var of = rows.AsSpan(block * BlockWalk.Rows, Math.Min(BlockWalk.Rows, rows.Length - (block * BlockWalk.Rows)));
            walk.Load(features, of);
            forest.PredictBlock(walk, [.. Enumerable.Range(0, of.Length)], probabilities.AsSpan(block * BlockWalk.Rows * classes, of.Length * classes));
            return walk;
        }, _ => { });
        return probabilities;
    }
}
