namespace Atat.Forests.Walking;

/// <summary>
/// A node in eight bytes. Of an inner node, the link holds in its low bits the place in a prepared row of the key to compare, and above them how many nodes further the left child is;
/// the right child follows it. A key goes right where it is above the threshold. Of a leaf, the link holds the row of its shares.
/// </summary>
/// <param name="Threshold">Key of the last value on the left side; less 1 where missing values go right.</param>
/// <param name="Link">Where to go on.</param>
internal readonly record struct TreeNode(int Threshold, uint Link)
{
    /// <summary>Bit of a link that marks a leaf.</summary>
    public const uint LeafBit = 1u << 31;

    /// <summary>Whether it is a leaf.</summary>
    public bool IsLeaf => Link >= LeafBit;

    /// <summary>Row of a leaf's shares.</summary>
    public int Leaf => (int)(Link - LeafBit);
}
