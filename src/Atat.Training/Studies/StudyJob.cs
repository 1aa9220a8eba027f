namespace Atat.Training.Studies;

/// <summary>One run of a study.</summary>
/// <param name="Variant">What is trained.</param>
/// <param name="Fold">Fold held out for validation.</param>
public sealed record StudyJob(Variant Variant, int Fold)
{
    /// <summary>Folder of the run, below that of the study.</summary>
    public string Folder => Path.Combine("runs", Variant.Key.Replace(' ', '-'), $"fold-{Fold}");

    /// <summary>Name in messages.</summary>
    public string Name => $"{Variant.Key}, fold {Fold}";
}
