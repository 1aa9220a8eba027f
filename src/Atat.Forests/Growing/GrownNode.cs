namespace Atat.Forests.Growing;

/// <summary>A node of a grown tree.</summary>
/// <param name="Feature">Feature that decides; -1 for a leaf.</param>
/// <param name="Code">Last bin that goes left.</param>
/// <param name="MissingLeft">Whether missing values go left.</param>
/// <param name="Next">Left child, which the right one follows; of a leaf its class where it holds one only, else the number of classes and its place among the shares.</param>
internal readonly record struct GrownNode(int Feature, ushort Code, bool MissingLeft, int Next);
