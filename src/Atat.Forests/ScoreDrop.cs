namespace Atat.Forests;

/// <summary>What a forest loses where it is not told some columns: the importance of these by permutation.</summary>
/// <param name="Mean">Mean over several permutations of how much the score falls; about 0, of either sign, where nothing is lost.</param>
/// <param name="Deviation">Standard deviation over the permutations.</param>
public readonly record struct ScoreDrop(double Mean, double Deviation);
