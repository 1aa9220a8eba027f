using System.Numerics;

namespace Atat.Forests.Walking;

/// <summary>
/// Nodes of four bytes. The highest bits, eight to twelve, are a threshold, the low bits are the place in a prepared object of the code to compare with it, and between them stands how many
/// nodes further the left child is; the right child follows it. Who is above the threshold goes right. A leaf has no step, reads the code that is above nothing, so that it leads to itself, and has its class in the
/// place of the threshold. A node that reads that code and has a step only leads on, where one step does not reach.
/// </summary>
internal readonly struct NodeFormat
{
    /// <summary>Class of a leaf that holds several.</summary>
    public const int Mixed = 255;

    private const int NodeBits = 32;
    private const int CodeBits = 16;
    private const int LeastThresholdBits = 8;
    private const int MostThresholdBits = 12;

    // Shorter steps would need many nodes that only lead on.
    private const int LeastStepBits = 10;

    private const uint Sign = 1u << 31;
    private const uint SignOfBoth = Sign | (Sign >> CodeBits);

    private readonly uint nothing;
    private readonly int thresholdShift;

    /// <summary>The format of a forest.</summary>
    /// <param name="features">Number of features.</param>
    /// <param name="thresholds">Most thresholds of a feature.</param>
    public NodeFormat(int features, int thresholds)
    {
        nothing = 2 * (uint)features;
        PlaceBits = PlaceBitsOf(features);
        thresholdShift = NodeBits - Math.Max(LeastThresholdBits, BitOperations.Log2((uint)thresholds + 1) + 1);
    }

    /// <summary>Low bits that hold a place.</summary>
    public int PlaceBits { get; }

    /// <summary>Longest step.</summary>
    public int Reach => (1 << (thresholdShift - PlaceBits)) - 1;

    /// <summary>A node that only leads on.</summary>
    public uint Jump => nothing;

    /// <summary>Most thresholds that a feature can have: the code above them all, raised by one, is still below the highest.</summary>
    /// <param name="features">Number of features.</param>
    public static int MostThresholds(int features) => (1 << Math.Clamp(NodeBits - LeastStepBits - PlaceBitsOf(features), LeastThresholdBits, MostThresholdBits)) - 2;

    /// <summary>A leaf.</summary>
    public uint Leaf(int @class) => ((uint)@class << thresholdShift) | nothing;

    /// <summary>An inner node that has no step yet.</summary>
    /// <param name="threshold">Which threshold of its feature it has.</param>
    /// <param name="feature">Feature.</param>
    /// <param name="missingLeft">Whether missing values go left.</param>
    public uint Inner(int threshold, int feature, bool missingLeft)
    {
        var side = missingLeft ? 1u : 0u;
        return (((uint)threshold + side) << thresholdShift ^ Sign) | (2 * (uint)feature) | side;
    }

    /// <summary>A code as it stands in a prepared object: signed, as processors compare, and in the bits that nodes have a threshold in.</summary>
    public short Prepared(int code) => (short)((code << (thresholdShift - CodeBits)) ^ (int)(Sign >> CodeBits));

    /// <summary>Both prepared codes of a value, the one for nodes where missing values go right in the lower half; the other is higher by one.</summary>
    public uint Pair(int code)
    {
        var one = 1u << (thresholdShift - CodeBits);
        return ((((uint)code * one) + one) << CodeBits | ((uint)code * one)) ^ SignOfBoth;
    }

    /// <summary>Both prepared codes of a missing value: above all others, and below them.</summary>
    public uint MissingPair => (uint)(ushort)Prepared((1 << (NodeBits - thresholdShift)) - 1) | Sign;

    /// <summary>A node with a step.</summary>
    public uint WithStep(uint node, int step) => node | ((uint)step << PlaceBits);

    /// <summary>Step of a node.</summary>
    public int Step(uint node) => (int)(node >> PlaceBits) & Reach;

    /// <summary>Place that a node reads.</summary>
    public int Place(uint node) => (int)node & ((1 << PlaceBits) - 1);

    /// <summary>Class of a leaf, or <see cref="Mixed"/>.</summary>
    public int ClassOf(uint leaf) => (int)(leaf >> thresholdShift);

    /// <summary>Which threshold of its feature an inner node has.</summary>
    public int ThresholdOf(uint inner) => (int)((inner ^ Sign) >> thresholdShift) - (Place(inner) & 1);

    private static int PlaceBitsOf(int features) => BitOperations.Log2(2 * (uint)features) + 1;
}
