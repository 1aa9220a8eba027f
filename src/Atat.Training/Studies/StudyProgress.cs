namespace Atat.Training.Studies;

/// <summary>A change of a run's state within a study.</summary>
/// <param name="Name">Name of the run.</param>
/// <param name="State">What it is now.</param>
/// <param name="Done">Runs done so far.</param>
/// <param name="Total">Runs of the study.</param>
public sealed record StudyProgress(string Name, JobState State, int Done, int Total);
