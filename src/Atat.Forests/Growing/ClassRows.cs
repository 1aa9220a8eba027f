using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Forests.Growing;

/// <summary>Rows by class.</summary>
internal static class ClassRows
{
    /// <summary>Positions of the rows of every class, in order.</summary>
    /// <param name="classes">Class of each row.</param>
    /// <param name="names">Names of the classes.</param>
    /// <exception cref="InputException">A class has no row.</exception>
    public static int[][] Of(ReadOnlySpan<int> classes, ImmutableArray<string> names)
    {
        var counts = new int[names.Length];
        foreach (var c in classes)
        {
            counts[c]++;
        }

        if (Array.IndexOf(counts, 0) is >= 0 and var empty)
        {
            throw new InputException($"Class '{names[empty]}' has no object to train on; label some, or take the class out of the taxonomy.");
        }

        var members = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        for (var i = 0; i < classes.Length; i++)
        {
            members[classes[i]][counts[classes[i]]++] = i;
        }

        return members;
    }
}
