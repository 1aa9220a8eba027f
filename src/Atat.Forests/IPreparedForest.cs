using Atat.Forests.Walking;

namespace Atat.Forests;

/// <summary>A forest that reads prepared keys.</summary>
internal interface IPreparedForest : IForest
{
    /// <summary>Class probabilities of a row that <see cref="ValueKeys.Prepare"/> made.</summary>
    void PredictPrepared(ReadOnlySpan<int> prepared, Span<float> probabilities);

    /// <summary>Class probabilities of some objects of a block.</summary>
    /// <param name="block">Holds the block.</param>
    /// <param name="objects">Which objects.</param>
    /// <param name="probabilities">(block, classes); the rows of these objects are set.</param>
    void PredictBlock(ObjectBlock block, ReadOnlySpan<int> objects, Span<float> probabilities);
}
