using Atat.LightCurves;

namespace Atat.Forests;

/// <summary>How <see cref="PermutationImportance"/> is measured.</summary>
public sealed record PermutationSettings
{
    /// <summary>Permutations of every group of columns, at least 2.</summary>
    public int Repeats { get; init; } = 5;

    /// <summary>Rows that values stay within: 0 for all, else one after the other so many; the number of rows is a multiple.</summary>
    public int Block { get; init; }

    /// <summary>Seed of the permutations.</summary>
    public int Seed { get; init; }

    /// <summary>Threads; 0 for all processors. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Checks the numbers.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <exception cref="InputException">There are too few permutations or no rows.</exception>
    /// <exception cref="ArgumentException">The rows are no whole number of blocks.</exception>
    internal void Check(int rows)
    {
        if (Repeats < 2 || rows == 0)
        {
            throw new InputException($"Importance by permutation takes at least 2 permutations and 1 row, not {Repeats} and {rows}.");
        }

        if (Block < 0 || (Block > 0 && rows % Block > 0))
        {
            throw new ArgumentException($"{rows} rows are no whole number of blocks of {Block}.", nameof(rows));
        }
    }
}
