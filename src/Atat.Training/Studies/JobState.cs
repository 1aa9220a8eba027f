namespace Atat.Training.Studies;

/// <summary>How far a run of a study has come.</summary>
public enum JobState
{
    /// <summary>Not begun, or not within this budget.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Interrupted; goes on from its checkpoint.</summary>
    Interrupted,

    /// <summary>Failed; its log says why.</summary>
    Failed,

    /// <summary>Trained and evaluated.</summary>
    Done,
}
