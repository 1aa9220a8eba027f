using System.Numerics;

namespace Atat.Metrics;

/// <summary>From class scores to the predicted class.</summary>
public static class ArgMax
{
    /// <summary>Index of the largest value; the first of equals.</summary>
    /// <exception cref="ArgumentException">The row is empty or holds NaN.</exception>
    public static int Of<T>(ReadOnlySpan<T> row)
        where T : INumber<T>
    {
        var best = 0;
        for (var k = 0; k < row.Length; k++)
        {
            if (T.IsNaN(row[k]))
            {
                throw new ArgumentException($"The score of class {k} is NaN.", nameof(row));
            }

            if (row[k] > row[best])
            {
                best = k;
            }
        }

        return row.Length > 0 ? best : throw new ArgumentException("No scores.", nameof(row));
    }

    /// <summary>Index of the largest value of each row.</summary>
    /// <param name="values">Row-major (N, K): probabilities or logits.</param>
    /// <param name="classCount">Number of classes, K.</param>
    /// <returns>Classes, (N).</returns>
    /// <exception cref="ArgumentException">The length is no multiple of K, or a value is NaN.</exception>
    public static int[] OfRows<T>(ReadOnlySpan<T> values, int classCount)
        where T : INumber<T>
    {
        var predicted = new int[Rows.Count(values.Length, classCount)];
        for (var i = 0; i < predicted.Length; i++)
        {
            predicted[i] = Of(values.Slice(i * classCount, classCount));
        }

        return predicted;
    }
}
