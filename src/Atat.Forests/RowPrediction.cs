using System.Buffers;

namespace Atat.Forests;

/// <summary>Prediction of rows, by any forest.</summary>
internal static class RowPrediction
{
    private const int OnStack = 1024;
    private const int RowsOfBlock = 64;

    /// <summary>Class probabilities of an object; allocates nothing.</summary>
    public static void Predict(IPreparedForest forest, ReadOnlySpan<float> row, Span<float> probabilities)
    {
        if (row.Length != forest.Features || probabilities.Length != forest.Classes)
        {
            throw new ArgumentException($"{row.Length} features and {probabilities.Length} probabilities, where the forest has {forest.Features} and {forest.Classes}.", nameof(row));
        }

        var length = 2 * row.Length;
        var rented = length > OnStack ? ArrayPool<float>.Shared.Rent(length) : null;
        var prepared = rented is null ? stackalloc float[OnStack] : rented;
        ForestTrees.Prepare(row, prepared);
        forest.PredictPrepared(prepared[..length], probabilities);
        if (rented is not null)
        {
            ArrayPool<float>.Shared.Return(rented);
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
        Parallel.For(0, (rows.Length + RowsOfBlock - 1) / RowsOfBlock, Workers.Options(threads, CancellationToken.None), block =>
        {
            var row = new float[features.Columns];
            for (var i = block * RowsOfBlock; i < Math.Min(rows.Length, (block + 1) * RowsOfBlock); i++)
            {
                features.CopyRow(rows[i], row);
                Predict(forest, row, probabilities.AsSpan(i * classes, classes));
            }
        });
        return probabilities;
    }
}
