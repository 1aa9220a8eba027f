namespace Atat.Training.Representation.Data;

/// <summary>One observation of a series.</summary>
/// <param name="Time">Of 0 to 1.</param>
/// <param name="Value">What was observed.</param>
/// <param name="Band">0-based band.</param>
/// <param name="Variance">Variance of the value; 0 where it is not known.</param>
internal readonly record struct SeriesPoint(float Time, float Value, byte Band = 0, float Variance = 0);
