using System.Numerics;

namespace Atat.Forests.Walking;

/// <summary>
/// Nodes of four bytes. The highest byte is a threshold, the low bits are the place in a prepared object of the byte to compare with it, and between them stands how many nodes further the
/// left child is; the right child follows it. Who is above the threshold goes right. A leaf has no step, reads the byte that is above nothing, so that it leads to itself, and has its class in the
/// place of the threshold. A node that reads that byte and has a step only leads on, where one step does not reach.
/// </summary>
internal readonly struct NodeFormat
{
    /// <summary>Class of a leaf that holds several.</summary>
    public const int Mixed = 255;

    /// <summary>Where the highest byte begins.</summary>
    public const int ThresholdShift = 24;

    private readonly uint nothing;

    /// <summary>The format of a forest.</summary>
    /// <param name="nothing">Place of the byte that is above nothing, the last one.</param>
    public NodeFormat(int nothing)
    {
        this.nothing = (uint)nothing;
        PlaceBits = BitOperations.Log2(this.nothing) + 1;
    }

    /// <summary>Low bits that hold a place.</summary>
    public int PlaceBits { get; }

    /// <summary>Longest step.</summary>
    public int Reach => (1 << (ThresholdShift - PlaceBits)) - 1;

    /// <summary>A node that only leads on.</summary>
    public uint Jump => nothing;

    /// <summary>A leaf.</summary>
    public uint Leaf(int @class) => ((uint)@class << ThresholdShift) | nothing;

    /// <summary>An inner node that has no step yet.</summary>
    public static uint Inner(byte threshold, int place) => ((uint)threshold << ThresholdShift) | (uint)place;

    /// <summary>A node with a step.</summary>
    public uint WithStep(uint node, int step) => node | ((uint)step << PlaceBits);

    /// <summary>Step of a node.</summary>
    public int Step(uint node) => (int)(node >> PlaceBits) & Reach;

    /// <summary>Place that a node reads.</summary>
    public int Place(uint node) => (int)node & ((1 << PlaceBits) - 1);

    /// <summary>Highest byte of a node.</summary>
    public static byte Threshold(uint node) => (byte)(node >> ThresholdShift);
}
