using System.Collections.Immutable;
using System.Globalization;
using Atat.Forests;
using Atat.LightCurves;
using Atat.Training.Data;
using Atat.Training.Runs;

namespace Atat.Training.Trees;

/// <summary>
/// Importances of the columns by what their splits brought in training: decrease of impurity in forests (Breiman 2001), gain in boosted trees. That of a hierarchy
/// is the mean over its forests.
/// </summary>
/// <param name="Forests">Names of the forests of a hierarchy; empty for one model.</param>
/// <param name="Columns">Columns, the most important first.</param>
public sealed record TreeImportances(ImmutableArray<string> Forests, ImmutableArray<ColumnImportance> Columns)
{
    /// <summary>Shares of the families, the most important first.</summary>
    public ImmutableArray<(string Family, double Importance)> Families =>
        [.. Columns.GroupBy(c => c.Family, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(c => c.Importance))).OrderByDescending(f => f.Item2)];

    /// <summary>Takes the importances out of a model.</summary>
    /// <param name="model">The trees.</param>
    /// <param name="columns">Names of its columns.</param>
    /// <param name="families">Family of each column.</param>
    internal static TreeImportances Of(IForest model, ImmutableArray<string> columns, ImmutableArray<string> families)
    {
        (string Name, ImmutableArray<double> Values)[] forests = model switch
        {
            BalancedForest forest => [("", forest.Importances)],
            BoostedTrees trees => [("", Shares(trees.Gains))],
            HierarchicalForest many => [.. many.Branches.Zip(many.Hierarchy.Branches, (forest, branch) => (Name: Hierarchy.NameOf(branch), Forest: forest)).Prepend(("branches", many.Top)).Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!.Importances))],
            _ => [],
        };
        var isHierarchy = model is HierarchicalForest;
        return new TreeImportances(
            isHierarchy ? [.. forests.Select(f => f.Name)] : [],
            [.. columns.Select((name, k) => new ColumnImportance(name, families[k], forests.Length == 0 ? 0 : forests.Average(f => f.Values[k]), isHierarchy ? [.. forests.Select(f => f.Values[k])] : [])).OrderByDescending(c => c.Importance)]);
    }

    /// <summary>Family of each column of a model: <c>metadata</c>, a family of features, or <c>other</c>.</summary>
    /// <param name="description">Names the columns.</param>
    /// <param name="schema">Schema of the catalog.</param>
    internal static ImmutableArray<string> FamiliesOf(ModelDescription description, CatalogSchema schema) =>
        [.. description.Metadata.Select(_ => "metadata"), .. description.Features is { } set ? FeatureSelection.FamiliesOf(set, schema, set.Features) : []];

    /// <summary>As CSV, one line a column.</summary>
    public string ToCsv()
    {
        static string Line(string column, string family, IEnumerable<string> values) => $"{Cell(column)},{Cell(family)},{string.Join(',', values)}\n";
        return Line("column", "family", Forests.Select(Cell).Prepend("importance"))
            + string.Concat(Columns.Select(c => Line(c.Column, c.Family, c.OfForests.Prepend(c.Importance).Select(v => v.ToString("G6", CultureInfo.InvariantCulture)))));
    }

    /// <summary>A text as a field of CSV.</summary>
    internal static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static ImmutableArray<double> Shares(ImmutableArray<double> gains)
    {
        var sum = gains.Sum();
        return sum > 0 ? [.. gains.Select(g => g / sum)] : gains;
    }
}
