using System.Collections.Immutable;

namespace Atat.Training.FeatureParity;

/// <summary>How many values of a family agree with a reference.</summary>
/// <param name="Set">Features and arithmetic that are compared.</param>
/// <param name="Family">Family, or feature.</param>
/// <param name="Rule">What counts as agreement.</param>
/// <param name="Compared">Values compared.</param>
/// <param name="Within">Values that agree.</param>
/// <param name="Required">Share that must agree.</param>
/// <param name="Misses">Object, column and both values of all that disagree, the farthest first.</param>
public sealed record ParityRow(string Set, string Family, string Rule, int Compared, int Within, double Required, ImmutableArray<string> Misses)
{
    /// <summary>Share that agrees; 1 where nothing was compared.</summary>
    public double Share => Compared == 0 ? 1 : (double)Within / Compared;

    /// <summary>Whether enough agree.</summary>
    public bool Passed => Share >= Required;
}
