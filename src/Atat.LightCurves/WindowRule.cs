namespace Atat.LightCurves;

/// <summary>How a window at a day ends.</summary>
public enum WindowRule
{
    /// <summary>At the last detection at or before the day: what a broker could have seen.</summary>
    Causal = 0,

    /// <summary>At the day, where any later detection exists: the published code's rule, which looks ahead.</summary>
    Published = 1,
}
