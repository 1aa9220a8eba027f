namespace Atat.LightCurves;

/// <summary>Which part of a split an object belongs to.</summary>
public enum Partition : byte
{
    /// <summary>Not split yet, or left out.</summary>
    None = 0,

    /// <summary>For training and validation; the fold says which.</summary>
    Train = 1,

    /// <summary>For the final figure only.</summary>
    Test = 2,
}
