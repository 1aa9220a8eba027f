using Atat.Formats.Predictions;

namespace Atat.Reports.Studies;

/// <summary>One run of a study: a variant trained with one fold held out.</summary>
public sealed record StudyRun
{
    /// <summary>Key of its <see cref="StudyVariant"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>The fold held out, from 0.</summary>
    public required int Fold { get; init; }

    /// <summary>Predictions of the test objects at days such as 8, 16 … 2048, the last being the whole light curve.</summary>
    public required PredictionTable Predictions { get; init; }

    /// <summary>Best macro F1 on the validation objects, whole light curves; NaN where there was no validation.</summary>
    public double ValidationMacroF1 { get; init; } = double.NaN;

    /// <summary>Training samples drawn, repetitions counted; 0 for trees.</summary>
    public long ObjectsSeen { get; init; }

    /// <summary>Objects trained on.</summary>
    public int TrainingObjects { get; init; }

    /// <summary>Seconds of training, summed over threads.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>Whether the best validation score was in the last tenth of the training: the network is undertrained.</summary>
    public bool StillImproving { get; init; }
}
