namespace Atat.Forests.Growing;

/// <summary>A way to divide the samples of a node.</summary>
/// <param name="Feature">Feature that decides.</param>
/// <param name="Code">Last bin that goes left; that of the last bin or above where all values that are not missing do.</param>
/// <param name="MissingLeft">Whether missing values go left.</param>
/// <param name="Score">Sum over both sides of the squared class weights by the weight of the side: higher is purer.</param>
internal readonly record struct Split(int Feature, byte Code, bool MissingLeft, double Score);
