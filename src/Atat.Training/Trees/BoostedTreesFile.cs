using Atat.LightCurves;

namespace Atat.Training.Trees;

/// <summary>Reads boosted trees that LightGBM wrote as text, as its other readers do; nothing native is needed, and a damaged file ends in one line.</summary>
public static class BoostedTreesFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read, is damaged, or holds what these trees have not: categories, linear leaves, another objective.</exception>
    public static BoostedTrees Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Reads text; <paramref name="source"/> names it in messages.</summary>
    /// <exception cref="InputException">As <see cref="Read(string)"/>.</exception>
    public static BoostedTrees Read(TextReader text, string source)
    {
        var lines = new BoostedLines(text, source);
        var header = lines.Block();
        var objective = header.Text("objective").Split(' ');
        var classes = header.Whole("num_class", 1, BoostedAssembly.MaxClasses);
        if (objective[0] is not "multiclass" || header.Whole("num_tree_per_iteration", 1, classes) != classes)
        {
            throw lines.Failure($"its objective is '{string.Join(' ', objective)}', not multiclass with one tree a class and round");
        }

        var trees = new BoostedAssembly(lines, header.Whole("max_feature_idx", 0, BoostedAssembly.MaxFeatures - 1) + 1, classes);
        while (lines.Block() is { IsEmpty: false } block)
        {
            trees.Add(block);
        }

        return trees.Finish();
    }
}
