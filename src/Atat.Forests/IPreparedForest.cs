namespace Atat.Forests;

/// <summary>A forest that reads rows as <see cref="ForestTrees.Prepare"/> makes them.</summary>
internal interface IPreparedForest : IForest
{
    /// <summary>Class probabilities of a prepared row.</summary>
    void PredictPrepared(ReadOnlySpan<float> prepared, Span<float> probabilities);
}
