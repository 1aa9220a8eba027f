using System.Collections.Immutable;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Reports.Figures;

namespace Atat.Reports.Exports;

/// <summary>A map of embeddings as a figure (<c>.png</c>, <c>.svg</c>), or as a table (<c>.csv</c>) with <c>object_id</c>, <c>label</c>, <c>x</c>, <c>y</c>.</summary>
public static class EmbeddingMapFile
{
    /// <summary>Sees before long work whether a name is one of a map.</summary>
    /// <exception cref="InputException">It ends otherwise.</exception>
    public static void CheckName(string path)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is not (".PNG" or ".SVG" or ".CSV"))
        {
            throw new InputException($"{path}: a map's name ends in .png, .svg or .csv.");
        }
    }

    /// <summary>Writes a map, beside its place first, then renamed.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <param name="ids">Identifiers of the objects, (N).</param>
    /// <param name="labels">Their classes; null where unlabelled, (N).</param>
    /// <param name="map">Their places, row-major (N, 2).</param>
    /// <param name="order">Classes in the order of the legend; others follow by name.</param>
    /// <exception cref="InputException">The name ends otherwise.</exception>
    public static void Write(string path, string[] ids, string?[] labels, double[] map, ImmutableArray<string> order)
    {
        CheckName(path);
        if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            var rows = ids.Select((id, i) => (IEnumerable<object>)[id, labels[i] ?? "", map[2 * i], map[(2 * i) + 1]]);
            OutputFile.Write(path, beside => File.WriteAllText(beside, Csv.Format(["object_id", "label", "x", "y"], rows)));
            return;
        }

        ImmutableArray<string> classes = [.. order, .. labels.OfType<string>().Distinct(StringComparer.Ordinal).Except(order, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var places = classes.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        EmbeddingMapFigure.Create(map, classes, ("labels", Array.ConvertAll(labels, label => label is null ? -1 : places[label]))).Write(path);
    }
}
