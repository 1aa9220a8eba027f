namespace Atat.Forests.Walking;

/// <summary>
/// Class distribution of a leaf in whole units of 1 / 65,535: as exact as forests can tell, sums are the same in any order and add up exactly, and
/// a file holds them in two bytes.
/// </summary>
internal static class LeafShares
{
    /// <summary>Units that a leaf has.</summary>
    public const int Whole = ushort.MaxValue;

    /// <summary>Divides the units by weight; the rounding goes to the largest remainders.</summary>
    /// <param name="weights">Weight of each class, not all zero.</param>
    /// <param name="shares">Takes the units of each class.</param>
    public static void Divide(ReadOnlySpan<int> weights, Span<ushort> shares)
    {
        var total = 0L;
        foreach (var weight in weights)
        {
            total += weight;
        }

        Span<double> rest = stackalloc double[weights.Length];
        var left = Whole;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = weights[i] / (double)total * Whole;
            shares[i] = (ushort)exact;
            rest[i] = exact - shares[i];
            left -= shares[i];
        }

        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < rest.Length; i++)
            {
                largest = rest[i] > rest[largest] ? i : largest;
            }

            shares[largest]++;
            rest[largest] = -1;
        }
    }
}
