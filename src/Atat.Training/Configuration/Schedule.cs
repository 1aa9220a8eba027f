namespace Atat.Training.Configuration;

/// <summary>How the learning rate goes after the warm-up.</summary>
public enum Schedule
{
    /// <summary>Stays.</summary>
    Constant = 0,

    /// <summary>Falls to zero at the last step along half a cosine.</summary>
    Cosine = 1,
}
