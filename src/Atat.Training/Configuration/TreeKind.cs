namespace Atat.Training.Configuration;

/// <summary>How trees are put together.</summary>
public enum TreeKind
{
    /// <summary>A balanced random forest for the branches and one within each (thesis section 4.4.1).</summary>
    Hierarchical = 0,

    /// <summary>One balanced random forest for all classes.</summary>
    Balanced = 1,

    /// <summary>Gradient-boosted trees.</summary>
    Boosted = 2,
}
