using Atat.Forests;
using Atat.Forests.Files;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>The model files of runs of trees.</summary>
internal static class TreeFiles
{
    /// <summary>Writes forests.</summary>
    public static void Write(RunFolder folder, IForest forest, ModelDescription description) => OutputFile.Write(folder.Forest, path =>
    {
        using var stream = File.Create(path);
        ForestFile.Write(stream, new ForestModel(description.Columns(), description.Classes(), forest));
    });

    /// <summary>Reads the trees of a run.</summary>
    /// <exception cref="InputException">The file is missing, damaged, or not of this run.</exception>
    public static IForest Read(RunFolder folder, ModelKind kind, ModelDescription description)
    {
        if (kind == ModelKind.Boosted)
        {
            var trees = BoostedTreesFile.Read(folder.Boosted);
            return trees.Features == description.TabularColumns && trees.Classes == description.Classes().Length
                ? trees
                : throw NotOfRun(folder.Boosted);
        }

        var model = ForestFile.Read(folder.Forest);
        return model.Features.SequenceEqual(description.Columns()) && model.Classes.SequenceEqual(description.Classes())
            ? model.Forest
            : throw NotOfRun(folder.Forest);
    }

    private static InputException NotOfRun(string path) =>
        new($"{path}: its columns or classes are not those of classes.json; restore both from one copy of the run.");
}
