namespace Atat.Reports.Studies;

/// <summary>Where a variant is drawn.</summary>
public enum StudyPanel
{
    /// <summary>Networks of light curves alone (thesis figure 4.3 b).</summary>
    LightCurve = 0,

    /// <summary>Networks of tabular data alone (thesis figure 4.3 c).</summary>
    Tabular = 1,

    /// <summary>Networks of light curves and tabular data (thesis figure 4.3 d).</summary>
    Combined = 2,

    /// <summary>Forests and boosted trees.</summary>
    Trees = 3,

    /// <summary>A network that lacks or changes one part.</summary>
    Ablation = 4,

    /// <summary>A network trained with another treatment of rare classes.</summary>
    Imbalance = 5,
}
