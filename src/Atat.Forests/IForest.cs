namespace Atat.Forests;

/// <summary>A trained forest.</summary>
public interface IForest
{
    /// <summary>Number of features of a row.</summary>
    int Features { get; }

    /// <summary>Number of classes.</summary>
    int Classes { get; }

    /// <summary>Class probabilities of an object; allocates nothing.</summary>
    /// <param name="row">Its features, in the order of the training's; NaN and infinities are missing.</param>
    /// <param name="probabilities">Takes one for each class; they sum to 1.</param>
    /// <exception cref="ArgumentException">A length is not that of the forest.</exception>
    void Predict(ReadOnlySpan<float> row, Span<float> probabilities);

    /// <summary>Class probabilities of many objects: the same numbers as one by one.</summary>
    /// <param name="features">Features, in the order of the training's.</param>
    /// <param name="rows">Rows to predict.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <returns>(rows, classes), row-major.</returns>
    /// <exception cref="ArgumentException">The number of columns is not that of the forest.</exception>
    float[] PredictAll(FeatureMatrix features, int[] rows, int threads);
}
