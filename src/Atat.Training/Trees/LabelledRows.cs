namespace Atat.Training.Trees;

/// <summary>Rows of a table of features and the class of each.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Classes">Class of each of them, from 0.</param>
public sealed record LabelledRows(int[] Rows, int[] Classes)
{
    /// <summary>Rows of some objects in a table that has all objects at the first day, then at the next.</summary>
    /// <param name="objects">Objects of the table.</param>
    /// <param name="classes">Class of every object of the catalog.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="wanted">Which of the objects, by their places.</param>
    internal static LabelledRows Of(int[] objects, int[] classes, int days, Range wanted)
    {
        var (first, count) = wanted.GetOffsetAndLength(objects.Length);
        int[] rows = [.. Enumerable.Range(0, days).SelectMany(d => Enumerable.Range((d * objects.Length) + first, count))];
        return new LabelledRows(rows, Array.ConvertAll(rows, row => classes[objects[row % objects.Length]]));
    }
}
