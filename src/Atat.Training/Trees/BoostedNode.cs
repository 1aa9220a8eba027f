namespace Atat.Training.Trees;

/// <summary>A node of a boosted tree: a split, or a leaf where <see cref="Feature"/> is negative.</summary>
/// <param name="Value">Threshold of a split: what is at most so large goes left. Value of a leaf.</param>
/// <param name="Feature">Feature that is split; -1 for a leaf.</param>
/// <param name="Left">Place of the left child.</param>
/// <param name="Right">Place of the right child.</param>
/// <param name="Missing">What a split does with missing values.</param>
internal readonly record struct BoostedNode(double Value, int Feature, int Left, int Right, MissingRule Missing);
