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

        var length = ValueKeys.PreparedLength(row.Length);
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
        var blocks = (rows.Length + ObjectBlock.Most - 1) / ObjectBlock.Most;
        Parallel.For(0, blocks, Workers.Options(threads, CancellationToken.None), () => new ObjectBlock(features.Columns), (number, _, block) =>
        {
            var of = rows.AsSpan(number * ObjectBlock.Most, Math.Min(ObjectBlock.Most, rows.Length - (number * ObjectBlock.Most)));
            block.Load(features, of);
            forest.PredictBlock(block, [.. Enumerable.Range(0, of.Length)], probabilities.AsSpan(number * ObjectBlock.Most * classes, of.Length * classes));
            return block;
        }, _ => { });
        return probabilities;
    }
}
