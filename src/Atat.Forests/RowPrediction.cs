namespace Atat.Forests;

/// <summary>Prediction of rows, by any forest.</summary>
internal static class RowPrediction
{
    /// <summary>Rows that are predicted together: their codes stay in a processor's second cache.</summary>
    public const int RowsOfBlock = 256;

    /// <summary>Predicts the probabilities of some rows: (rows, classes).</summary>
    public delegate void Block(FeatureMatrix features, ReadOnlySpan<int> rows, Span<float> probabilities);

    /// <summary>Checks the lengths of a row and its probabilities.</summary>
    /// <exception cref="ArgumentException">One is not that of the forest.</exception>
    public static void Check(IForest forest, ReadOnlySpan<float> row, ReadOnlySpan<float> probabilities)
    {
        if (row.Length != forest.Features || probabilities.Length != forest.Classes)
        {
            throw new ArgumentException($"{row.Length} features and {probabilities.Length} probabilities, where the forest has {forest.Features} and {forest.Classes}.", nameof(row));
        }
    }

    /// <summary>Class probabilities of many objects, (rows, classes), block by block on several threads.</summary>
    public static float[] PredictAll(IForest forest, Block predict, FeatureMatrix features, int[] rows, int threads)
    {
        if (features.Columns != forest.Features)
        {
            throw new ArgumentException($"{features.Columns} features, where the forest has {forest.Features}.", nameof(features));
        }

        var classes = forest.Classes;
        var probabilities = new float[rows.Length * classes];
        Parallel.For(0, (rows.Length + RowsOfBlock - 1) / RowsOfBlock, Workers.Options(threads, CancellationToken.None), block =>
        {
            var first = block * RowsOfBlock;
            var count = Math.Min(RowsOfBlock, rows.Length - first);
            predict(features, rows.AsSpan(first, count), probabilities.AsSpan(first * classes, count * classes));
        });
        return probabilities;
    }
}
