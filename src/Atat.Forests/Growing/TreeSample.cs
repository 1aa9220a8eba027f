namespace Atat.Forests.Growing;

/// <summary>An object in the bootstrap of a tree, in eight bytes.</summary>
internal readonly struct TreeSample
{
    /// <summary>Largest weight that it can hold.</summary>
    public const int MaxWeight = (1 << 24) - 1;

    /// <summary>Makes a sample.</summary>
    /// <param name="row">Its training row.</param>
    /// <param name="weight">How often it was drawn.</param>
    /// <param name="class">Its class.</param>
    public TreeSample(int row, int weight, byte @class)
    {
        Row = row;
        WeightAndClass = ((uint)weight << 8) | @class;
    }

    /// <summary>Its training row.</summary>
    public int Row { get; }

    /// <summary>How often it was drawn, and its class.</summary>
    public uint WeightAndClass { get; }

    /// <summary>How often it was drawn.</summary>
    public int Weight => WeightOf(WeightAndClass);

    /// <summary>Its class.</summary>
    public int Class => ClassOf(WeightAndClass);

    /// <summary>How often a sample was drawn.</summary>
    public static int WeightOf(uint weightAndClass) => (int)(weightAndClass >> 8);

    /// <summary>Class of a sample.</summary>
    public static int ClassOf(uint weightAndClass) => (int)(weightAndClass & 255);
}
