namespace Atat.Forests;

/// <summary>
/// A node in eight bytes. Of an inner node, the link holds in its low bits the place of the value to compare, and above them how many nodes further the left child is;
/// the right child follows it. A value goes right where it is above the threshold. Of a leaf, the link holds the row of its shares.
/// </summary>
/// <param name="Threshold">Value between the sides, in the units of the feature.</param>
/// <param name="Link">Where to go on.</param>
internal readonly record struct TreeNode(float Threshold, uint Link)
{
    /// <summary>Bit of a link that marks a leaf.</summary>
    public const uint LeafBit = 1u << 31;

    /// <summary>Whether it is a leaf.</summary>
    public bool IsLeaf => Link >= LeafBit;

    /// <summary>Row of a leaf's shares.</summary>
    public int Leaf => (int)(Link - LeafBit);
}
