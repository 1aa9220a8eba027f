using System.Runtime.CompilerServices;

namespace Atat.Forests.Walking;

/// <summary>Prepared objects that walk down the trees together; one instance a thread.</summary>
/// <param name="features">Number of features.</param>
internal sealed class ObjectBlock(int features)
{
    /// <summary>Most objects: their keys stay in a processor's second cache.</summary>
    public const int Most = 256;

    private readonly int[] keys = new int[Most * ValueKeys.PreparedLength(features)];

    /// <summary>Takes in objects.</summary>
    /// <param name="matrix">Features.</param>
    /// <param name="rows">Rows of the objects, at most <see cref="Most"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Load(FeatureMatrix matrix, ReadOnlySpan<int> rows)
    {
        var length = ValueKeys.PreparedLength(features);
        for (var f = 0; f < features; f++)
        {
            var column = matrix.Column(f);
            for (var i = 0; i < rows.Length; i++)
            {
                var key = ValueKeys.Of(column[rows[i]]);
                keys[(i * length) + (2 * f)] = key;
                keys[(i * length) + (2 * f) + 1] = unchecked(key - 1);
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            keys[((i + 1) * length) - 1] = ValueKeys.Missing;
        }
    }

    /// <summary>Adds the shares of the leaves that objects end in, one a tree.</summary>
    /// <param name="trees">Trees.</param>
    /// <param name="objects">Which of the block's objects.</param>
    /// <param name="sums">(block, classes); added to.</param>
    public void Add(ForestTrees trees, ReadOnlySpan<int> objects, Span<uint> sums) => ForestWalk.Add(trees, keys, objects, sums);
}
