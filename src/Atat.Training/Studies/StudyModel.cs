namespace Atat.Training.Studies;

/// <summary>Kind of classifier that a variant is.</summary>
public enum StudyModel
{
    /// <summary>A transformer.</summary>
    Network,

    /// <summary>The balanced hierarchical random forest.</summary>
    Forest,

    /// <summary>Gradient-boosted trees.</summary>
    Boosted,
}
