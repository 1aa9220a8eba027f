namespace Atat.Forests.Walking;

/// <summary>
/// A node in eight bytes. Of an inner node, the link holds in its low bits the place in a prepared row of the key to compare, and above them how many nodes further the left child is;
/// the right child follows it. A key goes right where it is above the threshold. A leaf has no step, reads a key that is above nothing, and holds the row of its
/// shares in the place of the threshold.
/// </summary>
/// <param name="Threshold">Key of the last value on the left side, less 1 where missing values go right; of a leaf the row of its shares.</param>
/// <param name="Link">Where to go on.</param>
internal readonly record struct TreeNode(int Threshold, uint Link);
