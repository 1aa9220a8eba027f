namespace Atat.Forests.Growing;

/// <summary>A way to divide the samples of a node.</summary>
/// <param name="Feature">Feature that decides.</param>
/// <param name="Lower">Highest bin of samples on the left.</param>
/// <param name="Upper">Lowest bin of samples on the right; <see cref="BinnedFeatures.MissingCode"/> where only missing values are there.</param>
/// <param name="MissingLeft">Whether missing values go left.</param>
/// <param name="Score">Sum over both sides of the squared class weights by the weight of the side: higher is purer.</param>
internal readonly record struct Split(int Feature, ushort Lower, ushort Upper, bool MissingLeft, double Score);
